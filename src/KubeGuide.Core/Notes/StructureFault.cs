namespace KubeGuide.Core.Notes;

/// <summary>Why a note is shown as plain text only.</summary>
/// <param name="Line">Where the limit is passed; counts from 1.</param>
/// <param name="Message">One Japanese sentence that names the limit and the value.</param>
public sealed record StructureFault(int Line, string Message);
