namespace KubeGuide.Core.Tests.Rendering.Code;

public sealed class YamlLexerTests
{
    [Theory]
    [InlineData("kind: Pod", "«key:kind»: «text:Pod»")]
    [InlineData("  replicas: 3", "  «key:replicas»: «number:3»")]
    [InlineData("cpu: 500m", "«key:cpu»: «text:500m»")]
    [InlineData("weight: -1.5e3", "«key:weight»: «number:-1.5e3»")]
    [InlineData("image: nginx:1.28", "«key:image»: «text:nginx:1.28»")]
    [InlineData("enabled: true", "«key:enabled»: «literal:true»")]
    [InlineData("a: ~", "«key:a»: «literal:~»")]
    [InlineData("name: web  # 名前", "«key:name»: «text:web»  «comment:# 名前»")]
    [InlineData("# all of it", "«comment:# all of it»")]
    [InlineData("url: http://a/#b", "«key:url»: «text:http://a/#b»")]
    [InlineData("\"quoted key\" : 'it''s'  ", "«key:\"quoted key\"» : «text:'it''s'»  ")]
    [InlineData("a: \"x \\\" y\" # z", "«key:a»: «text:\"x \\\" y\"» «comment:# z»")]
    [InlineData("- name: app", "- «key:name»: «text:app»")]
    [InlineData("- - 1", "- - «number:1»")]
    [InlineData("- \"8080:80\"", "- «text:\"8080:80\"»")]
    [InlineData("-dash", "«text:-dash»")]
    [InlineData("base: &base", "«key:base»: «keyword:&base»")]
    [InlineData("<<: *base", "«key:<<»: «keyword:*base»")]
    [InlineData("n: !!str 1", "«key:n»: «keyword:!!str» «number:1»")]
    [InlineData("--- # two", "«keyword:---» «comment:# two»")]
    [InlineData("%YAML 1.2", "«comment:%YAML 1.2»")]
    [InlineData("ports: [{ containerPort: 8080 }]", "«key:ports»: [{ «key:containerPort»: «number:8080» }]")]
    [InlineData("{\"a\":1,b: [x, \"y\"]}", "{«key:\"a\"»:«number:1»,«key:b»: [«text:x», «text:\"y\"»]}")]
    [InlineData("a: [x] # y", "«key:a»: [«text:x»] «comment:# y»")]
    public void A_line_is_told_apart(string yaml, string shown) => Assert.Equal(shown, Shown.Of(yaml, "yaml"));

    [Theory]
    [InlineData("{{- if .Values.on }}", "«keyword:{{- if .Values.on }}»")]
    [InlineData("name: {{ .Release.Name }}-web", "«key:name»: «keyword:{{ .Release.Name }}-web»")]
    [InlineData("{{ .key }}: 1", "«key:{{ .key }}»: «number:1»")]
    [InlineData("a: [{{ .x }}, 2]", "«key:a»: [«keyword:{{ .x }}», «number:2»]")]
    [InlineData("{{/* one\n  two */}}\na: 1", "«comment:{{/* one»\n  «comment:two */}}»\n«key:a»: «number:1»")]
    public void Templates_are_no_brackets(string yaml, string shown) => Assert.Equal(shown, Shown.Of(yaml, "yaml"));

    [Theory]
    [InlineData("a: |\n  kind: x\n\n  # y\nb: 1", "«key:a»: «keyword:|»\n  «text:kind: x»\n\n  «text:# y»\n«key:b»: «number:1»")]
    [InlineData("- a: >-2 # c\n    x\n  b: 1", "- «key:a»: «keyword:>-2» «comment:# c»\n    «text:x»\n  «key:b»: «number:1»")]
    [InlineData("a: \"one\n  two\" # c", "«key:a»: «text:\"one»\n  «text:two\"» «comment:# c»")]
    [InlineData("a: [1,\n  2]\nb: 3", "«key:a»: [«number:1»,\n  «number:2»]\n«key:b»: «number:3»")]
    [InlineData("a: {\n}\nb: 3", "«key:a»: {\n}\n«key:b»: «number:3»")]
    public void A_value_may_go_on_in_the_next_lines(string yaml, string shown) => Assert.Equal(shown, Shown.Of(yaml, "yaml"));

    [Theory]
    [InlineData("a: \"half", "«key:a»: «text:\"half»")]
    [InlineData("a: [{", "«key:a»: [{")]
    [InlineData("a: [x,", "«key:a»: [«text:x»,")]
    [InlineData("a: |\n  half", "«key:a»: «keyword:|»\n  «text:half»")]
    [InlineData("a: {{ .half", "«key:a»: «keyword:{{ .half»")]
    public void What_is_half_typed_ends_where_the_indentation_goes_back(string half, string shown) =>
        Assert.Equal(shown + "\n«key:kind»: «text:Pod»", Shown.Of(half + "\nkind: Pod", "yaml"));

    [Theory]
    [InlineData("\"half:", "«text:\"half:»")]
    [InlineData("ki", "«text:ki»")]
    [InlineData("a: \"", "«key:a»: «text:\"»")]
    [InlineData("}: x", "«text:}: x»")]
    [InlineData("a: [}]]", "«key:a»: [}]]")]
    [InlineData("\t- \t", "\t- \t")]
    [InlineData("a: [:,::", "«key:a»: [:,::")]
    public void Broken_lines_keep_every_character(string yaml, string shown) => Assert.Equal(shown, Shown.Of(yaml, "yaml"));

    [Fact]
    public void Values_know_their_place()
    {
        const string yaml = """
            spec:
              template:
                spec:
                  containers:
                  - name: app
                    env:
                      - name: A
                        valueFrom:
                          configMapKeyRef: {name: app-config, "key": a}
                  - name: sidecar
              hosts: [a, 'b']
            status: done
            ---
            kind: Pod
            """;

        Assert.Equal(
            [
                "spec.template.spec.containers[].name=app",
                "spec.template.spec.containers[].env[].name=A",
                "spec.template.spec.containers[].env[].valueFrom.configMapKeyRef.name=app-config",
                "spec.template.spec.containers[].env[].valueFrom.configMapKeyRef.key=a",
                "spec.template.spec.containers[].name=sidecar",
                "spec.hosts[]=a",
                "spec.hosts[]='b'",
                "status=done",
                "kind=Pod",
            ],
            Shown.Values(yaml));
    }

    [Fact]
    public void A_place_that_is_too_deep_for_any_known_field_is_not_kept()
    {
        var deep = string.Join('\n', Enumerable.Range(0, 200).Select(i => new string(' ', i) + "a:")) + " x";

        Assert.Empty(Shown.Values(deep));
        Assert.Equal(["b=1"], Shown.Values(deep + "\nb: 1"));
    }
}
