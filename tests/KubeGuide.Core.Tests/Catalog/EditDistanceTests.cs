using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Tests.Catalog;

public class EditDistanceTests
{
    [Theory]
    [InlineData("pod", "pod", 0)]
    [InlineData("sevice", "service", 1)]
    [InlineData("deploymnet", "deployment", 1)]
    [InlineData("horizonalpodautoscaler", "horizontalpodautoscaler", 1)]
    [InlineData("confingmap", "configmap", 1)]
    [InlineData("deplyomet", "deployment", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "ab", 2)]
    [InlineData("node", "secret", 3)]
    public void Counts_slips_up_to_the_limit(string written, string name, int distance) => Assert.Equal(distance, EditDistance.Within(written, name, 2));

    [Fact]
    public void A_very_long_word_is_far_from_everything() => Assert.Equal(3, EditDistance.Within(new string('a', 5000), new string('a', 5001), 2));
}
