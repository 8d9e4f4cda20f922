//! Pieces that several sections use: tables, lists, signs.

use maud::{Markup, PreEscaped, html};

use crate::batch::results::Verdict;
use crate::report::table::{Column, Table};
use crate::report::words::Words;

/// How a table behaves on a narrow screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Narrow {
    /// Each row becomes a block with the heads of its columns before the cells.
    Stacks,
    /// The table can be scrolled sideways.
    Scrolls,
    /// The table has few and short cells and stays as it is.
    Fits,
}

/// A table with its caption. Roles are given, because a stacked table is none to some readers of screens.
pub fn table(table: &Table, narrow: Narrow) -> Markup {
    let inner = html! {
        table.stack[narrow == Narrow::Stacks] role="table" {
            @if !table.caption.is_empty() { caption { (table.caption) } }
            thead role="rowgroup" { tr role="row" {
                @for column in &table.columns {
                    th scope="col" role="columnheader" class=[column.number.then_some("n")] { (column.head) }
                }
            } }
            tbody role="rowgroup" { @for row in &table.rows { (table_row(table, row)) } }
        }
    };
    match narrow {
        Narrow::Stacks | Narrow::Fits => inner,
        Narrow::Scrolls => html! {
            div.scroll.dense role="region" tabindex="0" aria-label=(table.caption) { (inner) }
        },
    }
}

fn table_row(table: &Table, row: &[String]) -> Markup {
    html! {
        tr role="row" {
            @for (column, (cell, head)) in row.iter().zip(&table.columns).enumerate() {
                @let class = head.number.then_some("n");
                @if column == 0 {
                    th scope="row" role="rowheader" class=[class] { (shown(cell, head)) }
                } @else {
                    td role="cell" class=[class] data-label=(head.head) { span { (shown(cell, head)) } }
                }
            }
        }
    }
}

/// A range of numbers does not break at its dash; what an author wrote is marked as such.
fn shown(cell: &str, column: &Column) -> Markup {
    html! {
        @if column.number { (cell.replace('–', "\u{2060}–\u{2060}")) }
        @else if column.cited { cite { (cell) } }
        @else { (cell) }
    }
}

/// A section with a list; nothing where there is nothing to list.
pub fn listed(words: &Words<'_>, heading: &str, entries: &[String]) -> Markup {
    html! {
        @if !entries.is_empty() {
            h2 { (words.say(heading)) }
            ul.plain { @for entry in entries { li { (entry) } } }
        }
    }
}

/// The sign of a verdict: its shape tells it apart without colour. The word beside it is what is read aloud.
pub fn sign(verdict: Verdict) -> Markup {
    let path = match verdict {
        Verdict::Met => "M4 10.5l4 4 8-9",
        Verdict::Missed => "M5 5l10 10M15 5L5 15",
        Verdict::Undecided => "M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.2-1.5 2.3M10 16.2v.2",
    };
    html! {
        svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" {
            path d=(path) fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" {}
        }
    }
}

/// Details that open on request.
pub fn details(summary: &str, on_paper: bool, inner: &Markup) -> Markup {
    html! {
        details.on-paper[on_paper] { summary { (summary) } (inner) }
    }
}

/// Text with a `code` look.
pub fn code(text: &str) -> Markup {
    html! { code { (text) } }
}

/// Markup that stands as it is: our own drawings, already escaped.
pub fn drawing(svg: &str) -> Markup {
    PreEscaped(svg.to_owned())
}
