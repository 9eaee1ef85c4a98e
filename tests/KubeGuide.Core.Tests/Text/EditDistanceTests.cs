using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Text;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("pod", "pod", 0)]
    [InlineData("ingres", "ingress", 1)]
    [InlineData("confgmap", "configmap", 1)]
    [InlineData("deploymnet", "deployment", 1)]
    [InlineData("horizonalpodautoscaler", "horizontalpodautoscaler", 1)]
    [InlineData("イングレース", "イングレス", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("service", "secret", 5)]
    public void A_distance_counts_edits_and_an_exchange_of_neighbours_as_one(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right, 9));
        Assert.Equal(expected, EditDistance.Between(right, left, 9));
    }

    [Fact]
    public void More_than_the_limit_is_limit_plus_one() => Assert.Equal(2, EditDistance.Between("service", "secret", 1));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    public void Longer_names_forgive_more(int length, int limit) => Assert.Equal(limit, EditDistance.LimitFor(length));

    [Fact]
    public void A_limit_only_cuts_off_and_never_changes_a_smaller_distance()
    {
        var words = Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters));
        Prop.ForAll(words.Two().Zip(Gen.Choose(0, 4)).ToArbitrary(), sample =>
        {
            var ((left, right), limit) = sample;
            return EditDistance.Between(left, right, limit) == Math.Min(EditDistance.Between(left, right, 1000), limit + 1);
        }).QuickCheckThrowOnFailure();
    }
}
