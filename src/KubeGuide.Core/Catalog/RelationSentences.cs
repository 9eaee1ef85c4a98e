namespace KubeGuide.Core.Catalog;

/// <summary>The Japanese sentences of relations, for the catalog's concepts and for objects of a manifest.</summary>
public sealed class RelationSentences
{
    private readonly Dictionary<string, RelationTypeRow> types;
    private readonly Dictionary<string, RelationExceptionRow> exceptions;

    internal RelationSentences(RelationFile file)
    {
        types = file.Types.ToDictionary(row => row.Type, StringComparer.Ordinal);
        exceptions = file.Exceptions.ToDictionary(row => IdOf(row.From, row.Type, row.To), StringComparer.Ordinal);
    }

    /// <summary>One of <c>structure, traffic, scaling, configuration, identity, storage, policy, delivery</c>.</summary>
    public string GroupOf(string type) => types[type].Group;

    /// <summary>The type read from the other end: <c>managedBy</c> for <c>manages</c>.</summary>
    public string InverseOf(string type) => types[type].Inverse;

    /// <summary>The sentence whose subject is <paramref name="fromName"/>.</summary>
    /// <param name="fromKey">Key in the catalog, which decides on the wording; the names are only put in.</param>
    public string Forward(string fromKey, string type, string toKey, string fromName, string toName) =>
        Fill(ExceptionOf(fromKey, type, toKey)?.Sentence ?? types[type].Sentence, fromName, toName);

    /// <summary>The sentence whose subject is <paramref name="toName"/>.</summary>
    /// <param name="fromKey">Key in the catalog, which decides on the wording; the names are only put in.</param>
    public string Inverse(string fromKey, string type, string toKey, string fromName, string toName) =>
        Fill(ExceptionOf(fromKey, type, toKey)?.InverseSentence ?? types[type].InverseSentence, fromName, toName);

    /// <summary>For the two ends, else for whatever leads to that one.</summary>
    private RelationExceptionRow? ExceptionOf(string from, string type, string to) =>
        exceptions.GetValueOrDefault(IdOf(from, type, to)) ?? exceptions.GetValueOrDefault(IdOf("*", type, to));

    private static string IdOf(string from, string type, string to) => $"{from} {type} {to}";

    /// <summary>In one pass, so that a name with braces in it stays a name.</summary>
    private static string Fill(string template, string from, string to)
    {
        const string FromMark = "{from}";
        const string ToMark = "{to}";
        var fromAt = template.IndexOf(FromMark, StringComparison.Ordinal);
        var toAt = template.IndexOf(ToMark, StringComparison.Ordinal);
        if (fromAt < 0)
            return toAt < 0 ? template : Put(template, toAt, ToMark, to);
        if (toAt < 0)
            return Put(template, fromAt, FromMark, from);
        return fromAt < toAt
            ? Put(template[..toAt], fromAt, FromMark, from) + to + template[(toAt + ToMark.Length)..]
            : Put(template[..fromAt], toAt, ToMark, to) + from + template[(fromAt + FromMark.Length)..];
    }

    private static string Put(string text, int at, string mark, string name) => string.Concat(text.AsSpan(0, at), name, text.AsSpan(at + mark.Length));
}
