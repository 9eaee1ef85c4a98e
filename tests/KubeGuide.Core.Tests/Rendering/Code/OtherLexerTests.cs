namespace KubeGuide.Core.Tests.Rendering.Code;

public sealed class OtherLexerTests
{
    [Theory]
    [InlineData("kubectl get po -o wide", "«command:kubectl» get «resource:po» «option:-o» wide")]
    [InlineData("kubectl get po,svc -A # all", "«command:kubectl» get «resource:po»,«resource:svc» «option:-A» «comment:# all»")]
    [InlineData("kubectl -n shop rollout status deploy/web", "«command:kubectl» «option:-n» shop rollout status «resource:deploy»/web")]
    [InlineData("kubectl delete pod/a svc/b", "«command:kubectl» delete «resource:pod»/a «resource:svc»/b")]
    [InlineData("kubectl label deploy/web node.kubernetes.io/x=y", "«command:kubectl» label «resource:deploy»/web node.kubernetes.io/x=y")]
    [InlineData("kubectl auth can-i create deployments", "«command:kubectl» auth can-i create «resource:deployments»")]
    [InlineData("kubectl argo rollouts get rollout web", "«command:kubectl» argo rollouts get «resource:rollout» web")]
    [InlineData("kubectl wait --for=condition=Ready pod -l app=web", "«command:kubectl» wait «option:--for»=condition=Ready «resource:pod» «option:-l» app=web")]
    [InlineData("kubectl apply -f service.yaml", "«command:kubectl» apply «option:-f» service.yaml")]
    [InlineData("kubectl delete -f service.yaml", "«command:kubectl» delete «option:-f» service.yaml")]
    [InlineData("kubectl exec web -- ls pod/", "«command:kubectl» exec web «option:--» ls pod/")]
    [InlineData("kubectl get \"$KIND\" po", "«command:kubectl» get «text:\"$KIND\"» po")]
    [InlineData("kubectl logs web | grep pod", "«command:kubectl» logs web | «command:grep» pod")]
    [InlineData("watch kubectl get hpa && k top node", "«command:watch» «command:kubectl» get «resource:hpa» && «command:k» top «resource:node»")]
    [InlineData("kubectl get \\\n  pods", "«command:kubectl» get \\\n  «resource:pods»")]
    [InlineData("echo get po", "«command:echo» get po")]
    [InlineData("$ kubectl get po\nNAME READY\n$ ls", "«comment:$» «command:kubectl» get «resource:po»\nNAME READY\n«comment:$» «command:ls»")]
    [InlineData("user@host:~/a$ kubectl get po\nNAME #1\n[root@node1 ~]# ls\n# ls", "«comment:user@host:~/a$» «command:kubectl» get «resource:po»\nNAME #1\n«comment:[root@node1 ~]#» «command:ls»\n«comment:# ls»")]
    [InlineData("% ls\nprice 5 % off", "«comment:%» «command:ls»\nprice 5 % off")]
    [InlineData("mail a@b # note", "«command:mail» a@b «comment:# note»")]
    [InlineData("A=1 B=\"x y\" make $A ${B}c", "«keyword:A»=1 «keyword:B»=«text:\"x y\"» «command:make» «keyword:$A» «keyword:${B}»c")]
    [InlineData("for p in $(kubectl get po); do echo $p; done", "«keyword:for» p in «command:kubectl» get «resource:po»")]
    [InlineData("cat <<EOF\nkind: Pod\nEOF\nls", "«command:cat» <<«keyword:EOF»\n«text:kind: Pod»\n«keyword:EOF»\n«command:ls»")]
    [InlineData("echo 'a\n b' c", "«command:echo» «text:'a»\n«text: b'» c")]
    [InlineData("ls 2>/dev/null > out", "«command:ls» 2>/dev/null > out")]
    [InlineData("a#b \\# c", "«command:a#b» \\# c")]
    public void Shell(string code, string shown) => Assert.StartsWith(shown, Shown.Of(code, "bash").Replace("$(«", "«", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"kind\": \"Pod\", \"n\" : -1.5}", "{«key:\"kind\"»: «text:\"Pod\"», «key:\"n\"» : «number:-1.5»}")]
    [InlineData("[true, null, 10e2, abc]", "[«literal:true», «literal:null», «number:10e2», abc]")]
    [InlineData("1 // one\n/* a\nb */ 2", "«number:1» «comment:// one»\n«comment:/* a»\n«comment:b */» «number:2»")]
    [InlineData("\"half \\\" open\n1", "«text:\"half \\\" open»\n«number:1»")]
    public void Json(string code, string shown) => Assert.Equal(shown, Shown.Of(code, "json"));

    [Theory]
    [InlineData("FROM node:22 AS build", "«keyword:FROM» node:22 «keyword:AS» build")]
    [InlineData("# c\nRUN npm ci --omit=dev && ls", "«comment:# c»\n«keyword:RUN» «command:npm» ci «option:--omit»=dev && «command:ls»")]
    [InlineData("RUN a \\\n  # c\n  b", "«keyword:RUN» «command:a» \\\n  «comment:# c»\n  b")]
    [InlineData("COPY --from=build /app ${DIR}", "«keyword:COPY» «option:--from»=build /app «keyword:${DIR}»")]
    [InlineData("CMD [\"npm\", \"start\"]", "«keyword:CMD» [«text:\"npm\"», «text:\"start\"»]")]
    public void Dockerfile(string code, string shown) => Assert.Equal(shown, Shown.Of(code, "dockerfile"));

    [Theory]
    [InlineData("+a: 1", "yaml", "Added|+«key:a»: «number:1»")]
    [InlineData("-a: 1", "yaml", "Removed|-«key:a»: «number:1»")]
    [InlineData(" a:\n-  b: x\n+  b: y", "yaml", " «key:a»:\nRemoved|-  «key:b»: «text:x»\nAdded|+  «key:b»: «text:y»")]
    [InlineData("---\n kind: Pod", "yaml", "«keyword:---»\n «key:kind»: «text:Pod»")]
    [InlineData("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y", "diff", "«comment:--- a/x»\n«comment:+++ b/x»\n«comment:@@ -1 +1 @@»\nRemoved|-x\nAdded|+y")]
    public void Diff(string code, string language, string shown) => Assert.Equal(shown, Shown.Of(code, language, isDiff: true));

    [Fact]
    public void Other_languages_have_nothing_to_mark() => Assert.Equal("let x = \"1\" // y", Shown.Of("let x = \"1\" // y", "rust"));
}
