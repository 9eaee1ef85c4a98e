namespace KubeGuide.Core.Diagnostics;

/// <summary>What a diagnostic can be about.</summary>
/// <param name="Id">Kebab-case, stable: settings and scripts name it.</param>
/// <param name="Severity">What its findings are where the settings do not say otherwise.</param>
/// <param name="Summary">One Japanese sentence on what it finds.</param>
/// <param name="IsOn">Whether it runs without being switched on.</param>
public sealed record Rule(string Id, Severity Severity, string Summary, bool IsOn = true);
