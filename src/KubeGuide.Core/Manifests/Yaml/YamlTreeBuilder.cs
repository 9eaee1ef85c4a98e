using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>
/// Makes one document's tree from the parser's events with a stack of its own: nesting cannot overflow the thread's, depth and nodes
/// are counted as the events come, and an alias counts as all that it stands for.
/// </summary>
internal sealed class YamlTreeBuilder
{
    private readonly YamlSlice source;
    private readonly YamlBudget budget;
    private readonly Stack<YamlFrame> open = new();
    private readonly Dictionary<string, YamlNode> anchors = new(StringComparer.Ordinal);
    private readonly List<YamlFault> faults = [];
    private YamlNode? root;
    private bool isStopped;

    private YamlTreeBuilder(YamlSlice source, YamlBudget budget)
    {
        this.source = source;
        this.budget = budget;
    }

    /// <summary>Never throws: what the parser cannot read is a fault with its place.</summary>
    public static YamlDocument Read(YamlSlice source, YamlBudget budget)
    {
        var builder = new YamlTreeBuilder(source, budget);
        try
        {
            builder.ReadEvents();
        }
        catch (YamlException fault)
        {
            builder.Stop(YamlFaultText.Of(fault, source, builder.PlaceOfFault(fault.Start)));
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The scanner's own slips on odd input: they have no place.
            builder.Stop(new YamlFault("parse", new YamlPlace(source.FirstLine, 1), "このドキュメントはYAMLとして読めません。"));
        }

        return new YamlDocument(source, builder.isStopped ? null : builder.root, [.. builder.faults]);
    }

    private void ReadEvents()
    {
        var parser = new Parser(new StringReader(source.Text));
        while (!isStopped && parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    if (Spend(1, scalar))
                        Add(ToScalar(scalar), scalar, scalar.Anchor);
                    break;
                case MappingStart mapping:
                    Open(new YamlFrame(PlaceOf(mapping.Start), mapping.Anchor, isMapping: true, mapping.Style == MappingStyle.Flow), mapping);
                    break;
                case SequenceStart sequence:
                    Open(new YamlFrame(PlaceOf(sequence.Start), sequence.Anchor, isMapping: false, isFlow: false), sequence);
                    break;
                case MappingEnd or SequenceEnd:
                    var frame = open.Pop();
                    Add(frame.ToNode(PlaceOf(parser.Current.End)), parser.Current, frame.Anchor, frame.Start);
                    break;
                case AnchorAlias alias:
                    Follow(alias);
                    break;
            }
        }
    }

    private YamlScalar ToScalar(Scalar scalar) => new(
        PlaceOf(scalar.Start), PlaceOf(scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);

    private void Open(YamlFrame frame, ParsingEvent at)
    {
        if (!Spend(1, at))
            return;
        if (open.Count >= budget.Depth)
            Stop(TooDeep(frame.Start));
        open.Push(frame);
    }

    private void Follow(AnchorAlias alias)
    {
        var at = PlaceOf(alias.Start);
        if (!anchors.TryGetValue(alias.Value.Value, out var node))
            Stop(new YamlFault("parse", at, "エイリアス「*」が指すアンカー「&」が、これより前にありません。"));
        else if (open.Count + node.Height > budget.Depth)
            Stop(TooDeep(at));
        else if (Spend(node.Size, alias))
            Add(node, alias, AnchorName.Empty);
    }

    private void Add(YamlNode node, ParsingEvent from, AnchorName anchor, YamlPlace? start = null)
    {
        if (!anchor.IsEmpty)
            anchors[anchor.Value] = node;
        if (open.Count == 0)
        {
            if (root is not null)
                Stop(new YamlFault("parse", node.Start, "YAMLとして読めません。ドキュメントの区切り「---」がありません。"));
            root = node;
            return;
        }

        var frame = open.Peek();
        if (frame.ExpectsKey && node is YamlScalar { Text: "" } && node.Start == node.End)
        {
            // After an empty key the parser takes keys for values.
            Stop(new YamlFault("parse", node.Start, "YAMLとして読めません。「:」の前にキーがありません。"));
            return;
        }

        var at = start ?? PlaceOf(from.Start);
        if (frame.Add(node, at, isAlias: from is AnchorAlias) is { } fault && faults.All(known => known.Rule != fault.Rule || known.Message != fault.Message))
            faults.Add(fault);
        if (frame.MergedNodes > 0 && !Spend(frame.TakeMergedNodes(), from))
            return;
    }

    private bool Spend(int nodes, ParsingEvent at)
    {
        if (budget.TrySpend(nodes))
            return true;
        Stop(new YamlFault("limits", PlaceOf(at.Start), $"YAMLの要素が多すぎます（エイリアスの展開を含めて{budget.Nodes:N0}個まで）。このドキュメントは読みません。"));
        return false;
    }

    private YamlFault TooDeep(YamlPlace at) => new("limits", at, $"入れ子が深すぎます（{budget.Depth}段まで）。このドキュメントは読みません。");

    private void Stop(YamlFault fault)
    {
        isStopped = true;
        faults.RemoveAll(known => known.Rule == fault.Rule);
        faults.Add(fault);
    }

    private YamlPlace PlaceOf(Mark mark) => new((int)mark.Line + source.FirstLine - 1, (int)mark.Column);

    /// <summary>The end of the stream lies behind the last line; a fault is shown on it.</summary>
    private YamlPlace PlaceOfFault(Mark mark) =>
        PlaceOf(mark) is var at && source.FirstLine + source.LineCount - 1 is var last && at.Line > last ? new YamlPlace(last, 1) : at;
}
