using Markdig.Extensions.Tables;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes a table, in a box that scrolls where it is too wide.</summary>
internal static class TableWriter
{
    /// <param name="content">Writes what is in a cell.</param>
    public static void Write(FragmentBuilder fragment, Table table, Action<TableCell> content)
    {
        fragment.Html("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表\"><table>\n");
        var section = "";
        foreach (var row in table.OfType<TableRow>())
        {
            var next = row.IsHeader ? "thead>\n" : "tbody>\n";
            if (next != section)
            {
                CloseSection(fragment, section);
                fragment.Html("<");
                fragment.Html(next);
                section = next;
            }

            WriteRow(fragment, table, row, content);
        }

        CloseSection(fragment, section);
        fragment.Html("</table></div>\n");
    }

    private static void CloseSection(FragmentBuilder fragment, string section)
    {
        if (section.Length == 0)
            return;
        fragment.Html("</");
        fragment.Html(section);
    }

    private static void WriteRow(FragmentBuilder fragment, Table table, TableRow row, Action<TableCell> content)
    {
        fragment.Html("<tr>\n");
        for (var i = 0; i < row.Count; i++)
        {
            fragment.Html(row.IsHeader ? "<th" : "<td");
            fragment.Html(ClassOf(i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null));
            content((TableCell)row[i]);
            fragment.Html(row.IsHeader ? "</th>\n" : "</td>\n");
        }

        fragment.Html("</tr>\n");
    }

    private static string ClassOf(TableColumnAlign? align) => align switch
    {
        TableColumnAlign.Left => " class=\"align-left\">",
        TableColumnAlign.Center => " class=\"align-center\">",
        TableColumnAlign.Right => " class=\"align-right\">",
        _ => ">",
    };
}
