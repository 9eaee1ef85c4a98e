using KubeGuide.Core;

namespace KubeGuide.Web.Serving;

/// <summary>What one request is answered from: a glossary, and the responses that were made of it.</summary>
internal sealed record Snapshot(Glossary Glossary)
{
    public ResponseStore Responses { get; } = new();
}
