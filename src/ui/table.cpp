// A table for comparisons; cards on a phone.
#include "ui/table.hpp"

namespace waymark::ui {
namespace {

void write_spans(Buffer& out, const TableCell& cell)
{
    if (cell.colspan) out.attribute("colspan", std::to_string(*cell.colspan));
    if (cell.rowspan) out.attribute("rowspan", std::to_string(*cell.rowspan));
    write(out, cell.attributes);
}

std::string format_class(std::string_view base, const std::string& format)
{
    return format.empty() ? std::string{} : std::string{base}.append("--").append(format);
}

void write_head(Buffer& out, const std::vector<TableCell>& head)
{
    out.raw("<thead class=\"govuk-table__head\">\n<tr class=\"govuk-table__row\">\n");
    for (const auto& cell : head) {
        out.raw("<th scope=\"col\"");
        write_classes(out, "govuk-table__header", cell.classes, format_class("govuk-table__header", cell.format));
        write_spans(out, cell);
        out.raw(">");
        out.content(cell.text);
        out.raw("</th>\n");
    }
    out.raw("</tr>\n</thead>\n");
}

void open_cell(Buffer& out, std::string_view classes, const std::string& format, const TableCell& cell, std::string_view label)
{
    out.raw("<td");
    write_classes(out, "govuk-table__cell", classes, format_class("govuk-table__cell", format));
    write_spans(out, cell);
    if (!label.empty()) out.attribute("data-label", label);
    out.raw(">");
}

/// What all plain cells of a column share is made once: a table may have a thousand rows.
struct Column {
    std::string format, label;
    Html start;
};

std::vector<Column> columns_of(const TableOptions& options)
{
    std::vector<Column> columns;
    if (!options.cards) return columns;
    columns.reserve(options.head.size());
    for (const auto& head : options.head) {
        const std::string label = head.label();
        columns.push_back({head.format, label, render([&](Buffer& out) { open_cell(out, "", head.format, {}, label); })});
    }
    return columns;
}

bool is_plain(const TableCell& cell)
{
    return cell.format.empty() && cell.classes.empty() && !cell.colspan && !cell.rowspan && cell.attributes.empty();
}

void write_cell(Buffer& out, const TableOptions& options, const std::vector<Column>& columns, const TableCell& cell, std::size_t index)
{
    if (index == 0 && options.first_cell_is_header) {
        out.raw("<th scope=\"row\"");
        write_classes(out, "govuk-table__header", cell.classes);
        write_spans(out, cell);
        out.raw(">");
        out.content(cell.text);
        out.raw("</th>\n");
        return;
    }
    const Column* column = index < columns.size() ? &columns[index] : nullptr;
    if (column && is_plain(cell)) out.html(column->start);
    else open_cell(out, cell.classes, cell.format.empty() && column ? column->format : cell.format, cell, column ? std::string_view{column->label} : "");
    out.content(cell.text);
    out.raw("</td>\n");
}

}  // namespace

TableCell numeric(Content content)
{
    return {std::move(content), "numeric"};
}

TableCell sortable(std::string text, std::string href, std::string direction, bool is_numeric)
{
    const auto heading = render([&](Buffer& out) {
        out.raw("<a class=\"wm-sort\"");
        out.attribute("href", href);
        out.raw(">");
        out.text(text);
        out.raw("<span class=\"govuk-visually-hidden\">, sort by this column</span></a>");
    });
    TableCell cell{heading, is_numeric ? "numeric" : ""};
    cell.card_label = std::move(text);
    cell.attributes.push_back({"aria-sort", direction.empty() ? "none" : std::move(direction)});
    return cell;
}

std::string TableCell::label() const
{
    if (!card_label.empty()) return card_label;
    const auto* plain = std::get_if<Text>(&text.variant());
    return plain ? plain->value : std::string{};
}

void table(Buffer& out, const TableOptions& options)
{
    out.raw("<table");
    write_classes(out, "govuk-table", options.classes, options.cards && !options.head.empty() ? "wm-table-cards" : "");
    write(out, options.attributes);
    out.raw(">\n");
    if (!options.caption.empty()) {
        out.raw("<caption");
        write_classes(out, "govuk-table__caption", options.caption_classes);
        out.raw(">");
        out.text(options.caption);
        out.raw("</caption>\n");
    }
    if (!options.head.empty()) write_head(out, options.head);
    out.raw("<tbody class=\"govuk-table__body\">\n");
    const auto columns = columns_of(options);
    for (const auto& row : options.rows) {
        out.raw("<tr class=\"govuk-table__row\">\n");
        for (std::size_t index = 0; index < row.size(); ++index) write_cell(out, options, columns, row[index], index);
        out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table>\n");
}

}  // namespace waymark::ui
