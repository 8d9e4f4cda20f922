//! A layered layout: what needs stands above what is needed, lines cross little, and boxes stand below what they serve.
//!
//! The four steps of Sugiyama, Tagawa and Toda (IEEE Trans. Syst. Man Cybern. 11, 1981): layers by longest path, places on the way for
//! long lines, order by barycentres, positions by least squares under the order (pool adjacent violators: Ayer et al., Ann. Math. Stat.
//! 26, 1955). Knows sizes and lines, not what a box stands for.

/// White space between neighbours in a layer [px].
const APART: f64 = 16.0;
/// Room for a line that passes through a layer [px].
const LANE: f64 = 10.0;
/// Sweeps down and up that look for fewer crossings.
const SWEEPS: usize = 24;
/// Passes that move boxes towards their neighbours.
const PASSES: usize = 40;
/// How much more a straight line counts than a centred box.
const STRAIGHT: f64 = 4.0;

/// What is to be laid out.
#[derive(Debug)]
pub struct Graph {
    /// Width of each box [px].
    pub widths: Vec<f64>,
    /// Boxes of the highest layer.
    pub top: Vec<bool>,
    /// Boxes that keep to the right side.
    pub right: Vec<bool>,
    /// From what needs to what is needed.
    pub lines: Vec<(usize, usize)>,
}

/// Where everything stands.
#[derive(Debug, PartialEq)]
pub struct Layout {
    /// Layer of each box, 0 at the top.
    pub layers: Vec<usize>,
    /// Middle of each box [px].
    pub middles: Vec<f64>,
    /// Per line, from its upper to its lower end: the x of its lane in each layer between [px].
    pub lanes: Vec<Vec<f64>>,
    /// Per line: whether its upper end is what is needed.
    pub turned: Vec<bool>,
    /// Extent from 0 [px].
    pub width: f64,
}

/// Something that takes room in a layer.
#[derive(Clone, Debug)]
struct Item {
    layer: usize,
    width: f64,
    right: bool,
    /// Neighbours one layer up and one down.
    above: Vec<usize>,
    below: Vec<usize>,
    lane: bool,
}

/// Lays a graph out.
#[must_use]
pub fn layout(graph: &Graph) -> Layout {
    let (layers, turned) = layers(graph);
    let mut items: Vec<Item> = (0..graph.widths.len())
        .map(|at| Item {
            layer: layers[at],
            width: graph.widths[at],
            right: graph.right[at],
            above: Vec::new(),
            below: Vec::new(),
            lane: false,
        })
        .collect();
    let ways: Vec<Vec<usize>> = graph
        .lines
        .iter()
        .zip(&turned)
        .map(|(&line, &turned)| way(&mut items, line, turned))
        .collect();
    let rows = ordered(&items);
    let middles = positions(&items, &rows);
    let left = edge(&items, &middles, -0.5, f64::min, f64::INFINITY);
    let width = edge(&items, &middles, 0.5, f64::max, 0.0) - left.min(0.0);
    let shift = if left.is_finite() { left } else { 0.0 };
    let at = |item: usize| middles[item] - shift;
    Layout {
        middles: (0..graph.widths.len()).map(at).collect(),
        lanes: ways
            .iter()
            .map(|way| way.iter().map(|&item| at(item)).collect())
            .collect(),
        width: width - shift + left.min(0.0),
        layers,
        turned,
    }
}

fn edge(items: &[Item], middles: &[f64], side: f64, pick: fn(f64, f64) -> f64, from: f64) -> f64 {
    let ends = items.iter().zip(middles);
    ends.map(|(item, middle)| middle + side * item.width)
        .fold(from, pick)
}

/// The layer of each box by the longest way from the top, and which lines are turned around to break loops.
fn layers(graph: &Graph) -> (Vec<usize>, Vec<bool>) {
    let count = graph.widths.len();
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (line, &(from, _)) in graph.lines.iter().enumerate() {
        out[from].push(line);
    }
    let (turned, order) = turned(graph, &out);
    let mut layers: Vec<usize> = graph.top.iter().map(|&top| usize::from(!top)).collect();
    if !graph.top.iter().any(|&top| top) {
        layers.fill(0);
    }
    for &at in order.iter().rev() {
        for (line, &(from, to)) in graph.lines.iter().enumerate() {
            let (upper, lower) = if turned[line] { (to, from) } else { (from, to) };
            if upper == at {
                layers[lower] = layers[lower].max(layers[at] + 1);
            }
        }
    }
    (layers, turned)
}

/// Which lines lead back to a box on the way, and the order in which boxes are finished.
fn turned(graph: &Graph, out: &[Vec<usize>]) -> (Vec<bool>, Vec<usize>) {
    let count = graph.widths.len();
    let mut turned = vec![false; graph.lines.len()];
    // 0: not seen, 1: on the way, 2: finished.
    let mut state = vec![0_u8; count];
    let mut order = Vec::with_capacity(count);
    for start in 0..count {
        if state[start] != 0 {
            continue;
        }
        state[start] = 1;
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let Some(&line) = out[*at].get(*next) else {
                state[*at] = 2;
                order.push(*at);
                path.pop();
                continue;
            };
            *next += 1;
            let to = graph.lines[line].1;
            match state[to] {
                0 => {
                    state[to] = 1;
                    path.push((to, 0));
                }
                1 => turned[line] = true,
                _ => {}
            }
        }
    }
    (turned, order)
}

/// Joins the ends of a line by lanes through the layers between; gives the lanes.
fn way(items: &mut Vec<Item>, (from, to): (usize, usize), turned: bool) -> Vec<usize> {
    let (upper, lower) = if turned { (to, from) } else { (from, to) };
    let mut before = upper;
    let mut lanes = Vec::new();
    for layer in items[upper].layer + 1..items[lower].layer {
        let lane = items.len();
        items.push(Item {
            layer,
            width: LANE,
            right: items[upper].right && items[lower].right,
            above: vec![before],
            below: Vec::new(),
            lane: true,
        });
        items[before].below.push(lane);
        lanes.push(lane);
        before = lane;
    }
    items[before].below.push(lower);
    items[lower].above.push(before);
    lanes
}

/// The items of each layer from left to right, with few crossings.
fn ordered(items: &[Item]) -> Vec<Vec<usize>> {
    let depth = items.iter().map(|item| item.layer + 1).max().unwrap_or(0);
    let mut rows = vec![Vec::new(); depth];
    for (at, item) in items.iter().enumerate() {
        rows[item.layer].push(at);
    }
    let mut places = vec![0.0; items.len()];
    for row in &mut rows {
        row.sort_by_key(|&at| items[at].right);
        number(row, &mut places);
    }
    let (mut best, mut fewest) = (rows.clone(), crossings(items, &rows, &places));
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        for step in 0..depth {
            let layer = if down { step } else { depth - 1 - step };
            let centre = |at: usize| {
                let around = if down {
                    &items[at].above
                } else {
                    &items[at].below
                };
                let sum: f64 = around.iter().map(|&other| places[other]).sum();
                if around.is_empty() {
                    places[at]
                } else {
                    sum / around.len() as f64
                }
            };
            let mut row: Vec<(bool, f64, usize)> = rows[layer]
                .iter()
                .map(|&at| (items[at].right, centre(at), at))
                .collect();
            row.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            rows[layer] = row.into_iter().map(|(_, _, at)| at).collect();
            number(&rows[layer], &mut places);
        }
        let now = crossings(items, &rows, &places);
        if now < fewest {
            (best, fewest) = (rows.clone(), now);
        }
    }
    best
}

/// Writes down the place of each item of a row, spread evenly between 0 and 1 so that rows of different length compare.
fn number(row: &[usize], places: &mut [f64]) {
    for (place, &at) in row.iter().enumerate() {
        places[at] = (place as f64 + 0.5) / row.len() as f64;
    }
}

/// How many pairs of lines between neighbouring layers cross.
fn crossings(items: &[Item], rows: &[Vec<usize>], places: &[f64]) -> usize {
    let mut crossings = 0;
    for row in rows {
        let mut ends: Vec<(f64, f64)> = Vec::new();
        for &at in row {
            ends.extend(items[at].below.iter().map(|&to| (places[at], places[to])));
        }
        for (index, one) in ends.iter().enumerate() {
            let crossed = ends[index + 1..].iter();
            crossings += crossed
                .filter(|other| (one.0 - other.0) * (one.1 - other.1) < 0.0)
                .count();
        }
    }
    crossings
}

/// The middle of each item.
fn positions(items: &[Item], rows: &[Vec<usize>]) -> Vec<f64> {
    let mut middles = vec![0.0; items.len()];
    for row in rows {
        let offsets = offsets(items, row);
        let half = offsets.last().copied().unwrap_or(0.0) / 2.0;
        for (&at, offset) in row.iter().zip(offsets) {
            middles[at] = offset - half;
        }
    }
    for pass in 0..PASSES {
        let down = pass % 2 == 0;
        for step in 0..rows.len() {
            let row = if down {
                &rows[step]
            } else {
                &rows[rows.len() - 1 - step]
            };
            place(items, row, &mut middles);
        }
    }
    middles
}

/// The least distance of each item's middle from the first one's.
fn offsets(items: &[Item], row: &[usize]) -> Vec<f64> {
    let mut at = 0.0;
    let mut offsets = Vec::with_capacity(row.len());
    for (index, &item) in row.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).map(|before| &items[row[before]]) {
            let lanes = before.lane && items[item].lane;
            let apart = if lanes { 0.0 } else { APART };
            at += (before.width + items[item].width) / 2.0 + apart;
        }
        offsets.push(at);
    }
    offsets
}

/// Moves a row as close to its neighbours above and below as order and distances allow.
fn place(items: &[Item], row: &[usize], middles: &mut [f64]) {
    let offsets = offsets(items, row);
    // Blocks of items that touch: (sum of weights, weighted sum of wishes, items).
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (&at, offset) in row.iter().zip(&offsets) {
        let around = || items[at].above.iter().chain(&items[at].below);
        let wish = match around().count() {
            0 => middles[at],
            count => around().map(|&other| middles[other]).sum::<f64>() / count as f64,
        };
        let straight = items[at].lane && around().any(|&other| items[other].lane);
        let weight = if straight { STRAIGHT } else { 1.0 };
        blocks.push((weight, weight * (wish - offset), 1));
        while let [.., before, last] = blocks.as_slice()
            && before.1 / before.0 >= last.1 / last.0
        {
            let joined = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            blocks.truncate(blocks.len() - 2);
            blocks.push(joined);
        }
    }
    let starts = blocks
        .iter()
        .flat_map(|&(weight, sum, count)| std::iter::repeat_n(sum / weight, count));
    for ((&at, offset), start) in row.iter().zip(offsets).zip(starts) {
        middles[at] = start + offset;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(count: usize, lines: &[(usize, usize)]) -> Graph {
        Graph {
            widths: vec![100.0; count],
            top: (0..count).map(|at| at == 0).collect(),
            right: vec![false; count],
            lines: lines.to_vec(),
        }
    }

    #[test]
    fn what_is_needed_stands_below_even_by_a_short_cut() {
        let layout = layout(&graph(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]));
        assert_eq!(layout.layers, [0, 1, 2, 3]);
        assert_eq!(layout.lanes[2].len(), 1);
    }

    #[test]
    fn a_loop_is_cut_and_every_line_still_leads_downwards() {
        let layout = layout(&graph(3, &[(0, 1), (1, 2), (2, 1)]));
        assert_eq!(layout.turned, [false, false, true]);
        assert_eq!(layout.layers, [0, 1, 2]);
    }

    #[test]
    fn neighbours_in_a_layer_keep_their_distance() {
        let layout = layout(&graph(4, &[(0, 1), (0, 2), (0, 3)]));
        let mut row = layout.middles[1..].to_vec();
        row.sort_by(f64::total_cmp);
        assert!(
            row.windows(2)
                .all(|pair| pair[1] - pair[0] >= 100.0 + APART - 1e-6)
        );
        assert!(layout.width >= 300.0 + 2.0 * APART - 1e-6);
    }

    #[test]
    fn two_lines_that_need_not_cross_do_not() {
        let lines = [(0, 1), (0, 2), (1, 4), (2, 3)];
        let layout = layout(&graph(5, &lines));
        let order = |a: usize, b: usize| layout.middles[a] < layout.middles[b];
        assert_eq!(order(1, 2), order(4, 3));
    }
}
