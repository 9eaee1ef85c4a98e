using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Text;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("設定値を", "設定値を")]
    [InlineData("設定値を渡す", "設定値を…")]
    [InlineData("設定値🙂渡す", "設定値…")]
    [InlineData("設定🙂渡す", "設定🙂…")]
    public void No_character_is_cut_in_two(string text, string shown) => Assert.Equal(shown, Shortened.To(4, text));
}
