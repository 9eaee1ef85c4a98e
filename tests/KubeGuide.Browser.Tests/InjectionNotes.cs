namespace KubeGuide.Browser.Tests;

/// <summary>Notes, names and addresses that try to get a script to run. Whatever runs calls <c>alert</c>.</summary>
internal static class InjectionNotes
{
    /// <summary>Each is the text of a note.</summary>
    public static readonly string[] Bodies =
    [
        // Raw HTML.
        "<script>alert(1)</script>",
        "<SCRIPT SRC=data:text/javascript,alert(1)></SCRIPT>",
        "a <script>alert(1)</script> b",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\u00A0>alert(1)</script\n>",
        "<img src=x onerror=alert(1)>",
        "text <img src=x onerror=alert(1)> text",
        "<img src=\"x\" onerror=\"alert(1)\" />",
        "<img/src=x/onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
        "<math><mtext></mtext><script>alert(1)</script></math>",
        "<math href=javascript:alert(1)>x</math>",
        "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=javascript:alert(1)>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=data:text/css,*{background:url(javascript:alert(1))}>",
        "<link rel=import href=data:text/html,<script>alert(1)</script>>",
        "<style>@import 'javascript:alert(1)'; * { color: red }</style>",
        "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>x</button></form>",
        "<input autofocus onfocus=alert(1)>",
        "<select autofocus onfocus=alert(1)><option>x</select>",
        "<textarea autofocus onfocus=alert(1)></textarea>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<details open=open ontoggle=\"alert(1)\">\n<summary onclick=alert(1)>x</summary>\n\ny\n</details>",
        "<summary><img src=x onerror=alert(1)></summary>",
        "<details><summary><script>alert(1)</script></summary>\n\nx\n\n</details>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)>",
        "<body onload=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<div style=\"animation-name:x\" onanimationstart=alert(1)>",
        "<kbd onmouseover=alert(1)>x</kbd>",
        "<mark style=position:fixed;inset:0 onpointerenter=alert(1)>x</mark>",
        "<br onclick=alert(1)><sub onclick=alert(1)>x</sub>",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<title></title><script>alert(1)</script>",
        "</article></main><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--><script>alert(1)</script>-->",
        "<!-- --!><script>alert(1)</script> -->",
        "<!--Blazor:{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"x\"}-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<x onclick=alert(1) onpointerrawupdate=alert(1)>x</x>",
        "<custom-element onfocus=alert(1) tabindex=1 autofocus>x",
        "<button popovertarget=p>x</button><div id=p popover onbeforetoggle=alert(1)>y</div>",

        // Links and images.
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](<java\nscript:alert(1)>)",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;avascript&colon;alert(1))",
        "[x](javascript&Tab;:alert(1))",
        "[x](\u0001javascript:alert(1))",
        "[x](\u3000javascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](blob:https://example.com/x)",
        "[x](view-source:javascript:alert(1))",
        "<javascript:alert(1)>",
        "<javascript&#58;alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x][y]\n\n[y]: <javascript:alert(1)> 'onclick=alert(1)'",
        "[x](/a \"\" onclick=\"alert(1)\")",
        "[x](/a '\"><script>alert(1)</script>')",
        "[x](https://example.com/\"onmouseover=\"alert(1))",
        "[x](https://example.com/?a=\"><img src=x onerror=alert(1)>)",
        "[x\"><img src=x onerror=alert(1)>](https://example.com/)",
        "[<img src=x onerror=alert(1)>](https://example.com/)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "![\"onerror=\"alert(1)](x.png)",
        "![x](x.png\"onerror=\"alert(1))",
        "![x](x.png 'a\" onerror=\"alert(1)')",
        "![<script>alert(1)</script>](https://example.com/x.png)",
        "![x](x.png =250x\"onerror=alert(1))",
        "![x](x.svg)\n*<script>alert(1)</script>*",
        "[![x](x onerror=alert(1))](javascript:alert(1))",
        "https://example.com/\"onclick=alert(1)//",
        "https://example.com/<script>alert(1)</script>",
        "https://javascript:alert(1)@example.com/",
        "http://example.com\u2028<script>alert(1)</script>",
        "javascript://example.com/%0Aalert(1)",
        "@[card](javascript:alert(1))",
        "@[card](https://example.com/\"><script>alert(1)</script>)",
        "@[youtube](\"><script>alert(1)</script>)",
        "@[speakerdeck](x\" onload=\"alert(1))",
        "[[javascript:alert(1)]]",
        "[[<img src=x onerror=alert(1)>|x]]",
        "[[pod|<img src=x onerror=alert(1)>]]",

        // Attributes, blocks, footnotes.
        "# a {onclick=alert(1)}",
        "text {#x onclick=alert(1)}",
        "[x](/a){onclick=alert(1)}",
        "![x](x.png){onerror=alert(1)}",
        "# a {#\"><script>alert(1)</script>}",
        "## <script>alert(1)</script> {#x}",
        ":::message \"onclick=alert(1)\nx\n:::",
        ":::message alert <script>alert(1)</script>\nx\n:::",
        ":::details <img src=x onerror=alert(1)>\nx\n:::",
        ":::details \"onclick=\"alert(1)\nx\n:::",
        ":::note warn\"><script>alert(1)</script>\nx\n:::",
        "> [!NOTE\"><script>alert(1)</script>]\n> x",
        "> [!<img src=x onerror=alert(1)>]\n> x",
        "| <script>alert(1)</script> | b |\n| :-\"onclick=alert(1) | - |\n| <img src=x onerror=alert(1)> | d |",
        "- [ ] <img src=x onerror=alert(1)>\n- [x] <script>alert(1)</script>",
        "x[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: y",
        "x[^a]\n\n[^a]: <img src=x onerror=alert(1)> [y](javascript:alert(1))",
        "1\"onclick=alert(1). x",
        "~~<script>alert(1)</script>~~ **<img src=x onerror=alert(1)>** `<script>alert(1)</script>`",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
        "\\<script>alert(1)\\</script>",

        // Code.
        "```\"><script>alert(1)</script>\nx\n```",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "```yaml:\"><img src=x onerror=alert(1)>.yaml\nkind: Pod\n```",
        "```yaml {1}<script>alert(1)</script>\nkind: <script>alert(1)</script>\n```",
        "```yaml\nkind: \"><img src=x onerror=alert(1)>\napiVersion: v1\"onclick=alert(1)\n```",
        "```diff yaml:x\n+ kind: <script>alert(1)</script>\n```",
        "```mermaid\ngraph TD; A[<img src=x onerror=alert(1)>] --> B; click A \"javascript:alert(1)\"\n```",
        "```math\n\\href{javascript:alert(1)}{x} \\unicode{<img src=x onerror=alert(1)>}\n```",
        "```sh\nkubectl get po \"><script>alert(1)</script>\n```",
        "```json\n{\"a\": \"</script><script>alert(1)</script>\"}\n```",
        "$\\href{javascript:alert(1)}{x}$",
        "    <script>alert(1)</script>",
    ];

    /// <summary>Each is a heading, a title in front matter, an alias, a summary, a group, an id and an old id.</summary>
    public static readonly string[] Titles =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"onmouseover=\"alert(1)",
        "'><svg onload=alert(1)>",
        "</title><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "{{constructor.constructor('alert(1)')()}}",
        "javascript:alert(1)",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "]]><script>alert(1)</script>",
    ];

    /// <summary>Names of files, without their ending.</summary>
    public static readonly string[] FileNames =
    [
        "<script>alert(1)<", "<img src=x onerror=alert(1)>", "\"onclick=\"alert(1)", "'onclick='alert(1)", "javascript:alert(1)", "&lt;svg onload=alert(1)&gt;", "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "a\n<script>alert(1)<", "\u202Etxt.<b>", "@Model.alert(1)",
    ];

    /// <summary>Addresses of a reader.</summary>
    public static readonly string[] Addresses =
    [
        "/search?q=<script>alert(1)</script>",
        "/search?q=\"autofocus onfocus=alert(1) x=\"",
        "/search?q='-alert(1)-'",
        "/search?q=javascript:alert(1)&page=<script>alert(1)</script>",
        "/search?q=<img src=x onerror=alert(1)>%00",
        "/concepts/<script>alert(1)<%2fscript>",
        "/concepts/\"><img src=x onerror=alert(1)>",
        "/k/<svg onload=alert(1)>",
        "/notes/<script>alert(1)</script>",
        "/groups/\"><script>alert(1)</script>",
        "/compare/<script>alert(1)<%2fscript>,pod",
        "/map?focus=<script>alert(1)</script>",
        "/references?sort=\"><script>alert(1)</script>",
        "/board?rule=\"><script>alert(1)</script>&path=<img src=x onerror=alert(1)>&by=<svg onload=alert(1)>",
        "/manifest?example=<script>alert(1)</script>",
        "/<script>alert(1)</script>",
        "/concepts/pod#<img src=x onerror=alert(1)>",
        "/concepts/pod#\"><script>alert(1)</script>",
        "/search.json?q=<script>alert(1)</script>",
    ];

    public static int Count => Bodies.Length + (Titles.Length * 6) + FileNames.Length + Addresses.Length;

    /// <summary>Writes them all down as one folder of notes.</summary>
    public static void Write(string folder)
    {
        foreach (var (i, body) in Bodies.Index())
            File.WriteAllText(Path.Combine(folder, $"body-{i:000}.md"), $"# 本文{i}番\n\n{body}\n\nPodの後です。\n");
        foreach (var (i, title) in Titles.Index())
        {
            var quoted = "\"" + title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
            File.WriteAllText(
                Path.Combine(folder, $"title-{i:000}.md"),
                $"---\ntitle: {quoted}\nslug: title-{i}\naliases: [{quoted}]\nsummary: {quoted}\ngroup: {quoted}\nupdated: {quoted}\n---\n\n# {title}\n\n<!-- formerly: {title} -->\n\nPodの説明です。\n\n## {title}{i} {{#{title}}}\n\n{title}\n");
        }

        foreach (var name in FileNames)
            File.WriteAllText(Path.Combine(folder, name + ".md"), "# 名前\n\nPodの説明です。[[無い]]\n");
        var groups = string.Concat(Titles.Index().Select(pair => $"  - id: g{pair.Index}\n    title: '{pair.Item.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        File.WriteAllText(Path.Combine(folder, "kubeguide.yml"), $"groups:\n{groups}rules:\n  '<script>alert(1)</script>': on\n");
        var titles = string.Concat(Titles.Index().Select(pair => $"https://example.com/{pair.Index}:\n  title: '{pair.Item.Replace("'", "''", StringComparison.Ordinal)}'\n  author: '<img src=x onerror=alert(1)>'\n  site: '<svg onload=alert(1)>'\n"));
        File.WriteAllText(Path.Combine(folder, "references.yml"), titles);
        File.WriteAllText(Path.Combine(folder, "cited.md"), "# 引用\n\n" + string.Concat(Titles.Index().Select(pair => $"https://example.com/{pair.Index}#<script>alert(1)</script>\n\nhttps://example.com/{pair.Index}\n\n")));
        File.WriteAllText(Path.Combine(folder, "x.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\" onload=\"alert(1)\"><script>alert(1)</script></svg>");
        File.WriteAllText(Path.Combine(folder, "pod.md"), "# Pod\n\nPodの説明です。\n\n![絵](x.svg)\n");
    }
}
