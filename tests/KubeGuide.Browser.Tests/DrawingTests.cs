namespace KubeGuide.Browser.Tests;

/// <summary>What the estimate of text cannot know: whether the letters that a browser draws stay in their boxes.</summary>
[Collection("browser")]
public class DrawingTests(Browser browser)
{
    [Theory]
    [InlineData(1280, "wide")]
    [InlineData(390, "narrow")]
    public async Task Every_text_of_every_drawing_stays_in_its_box_and_every_line_out_of_the_boxes(int width, string form)
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width);
        await opened.Page.GotoAsync("/map");
        var faults = await opened.Page.EvaluateAsync<string[]>(Faults, form);

        Assert.InRange(int.Parse(faults[0], System.Globalization.CultureInfo.InvariantCulture), 80, 2000);
        Assert.Empty(faults[1..]);
    }

    [Theory]
    [InlineData("/compare/clusterip,nodeport,loadbalancer,externalname")]
    [InlineData("/compare/httproute,grpcroute,tlsroute,tcproute,udproute")]
    [InlineData("/compare/kustomization-kustomize,kustomization-flux,gateway-istio,gateway-api,ingress,networkpolicy")]
    public async Task On_a_phone_a_comparison_scrolls_in_itself_keeps_the_rows_names_in_sight_and_lets_no_cell_run_over(string path)
    {
        await using var opened = await browser.OpenAsync(browser.Docs, 390);
        await opened.Page.GotoAsync(path);

        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(CutCells));
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.True(await opened.Page.EvaluateAsync<int>("(() => { const table = document.querySelector('.table-scroll'); table.scrollLeft = 9999; return table.scrollLeft; })()") > 100);
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(HiddenNames));
    }

    private const string CutCells = """
        [...document.querySelectorAll('.compare :is(td, th)')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)
        """;

    private const string HiddenNames = """
        [...document.querySelectorAll('.compare th[scope=row]')].filter(name => {
          name.scrollIntoView({ block: 'center', inline: 'nearest' });
          const box = name.getBoundingClientRect();
          return !name.contains(document.elementFromPoint(box.left + 12, box.top + box.height / 2));
        }).map(name => name.textContent)
        """;

    /// <summary>How many drawings there are, then what is wrong with them.</summary>
    private const string Faults = """
        async form => {
          const faults = [];
          let drawn = 0;
          const overlap = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
          const home = document.querySelector('main figure.chart').parentElement;
          const index = await (await fetch('/index.json')).json();
          const urls = [...index.concepts.map(concept => concept.url), '/map', '/map?focus=pod', '/map?focus=service', '/map?focus=deployment'];
          for (const url of urls) {
            const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
            for (const found of page.querySelectorAll('figure.chart svg.' + form)) {
              const figure = home.appendChild(document.createElement('figure'));
              figure.className = 'chart';
              const svg = figure.appendChild(document.importNode(found, true));
              drawn++;
              const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
              if (svg.getBoundingClientRect().width < width * .85)
                faults.push(url + ' is shrunk beyond reading');
              const rects = [...svg.querySelectorAll('rect')].map(rect => rect.getBBox());
              const texts = [...svg.querySelectorAll('text')].map(text => ({ name: text.textContent, box: text.getBBox(), own: text.parentElement.querySelector('rect')?.getBBox() }));
              texts.forEach(({ name, box, own }, i) => {
                if (own && (box.x < own.x || box.x + box.width > own.x + own.width))
                  faults.push(`${url} ${name} is wider than its box`);
                if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
                  faults.push(`${url} ${name} is cut off`);
                if (texts.slice(i + 1).some(other => overlap(box, other.box)) || rects.some(rect => !(own && rect.x === own.x && rect.y === own.y) && overlap(box, rect)))
                  faults.push(`${url} ${name} overlaps`);
              });
              for (const edge of svg.querySelectorAll('.chart-edge')) {
                for (let at = 0; at <= edge.getTotalLength(); at += 3) {
                  const point = edge.getPointAtLength(at);
                  if (rects.some(rect => point.x > rect.x + 1 && point.x < rect.x + rect.width - 1 && point.y > rect.y + 1 && point.y < rect.y + rect.height - 1)) {
                    faults.push(`${url} has a line through a box`);
                    break;
                  }
                }
              }
              figure.remove();
            }
          }
          return [String(drawn), ...faults];
        }
        """;
}
