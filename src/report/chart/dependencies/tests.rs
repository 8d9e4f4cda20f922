//! The picture of every scenario that is shipped, looked at as a whole: nothing overlaps, nothing is cut.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use super::*;
use crate::explain::{self, pilot};
use crate::report::chart::canvas::TextBox;
use crate::scenario::{Overrides, load};
use crate::simulate::Options;
use crate::text::Language;

/// The fleets of the benches are too large for a picture, and to be played 256 times in a test.
const WITHOUT_PICTURE: &str = "w2-fleet-";

/// Explanations of the shipped scenarios with small pilots, by file name; worked out once.
pub fn shipped() -> &'static [(String, Explanation)] {
    static SHIPPED: OnceLock<Vec<(String, Explanation)>> = OnceLock::new();
    SHIPPED.get_or_init(|| paths().iter().map(explained).collect())
}

fn paths() -> Vec<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let entries = [root.to_owned(), format!("{root}/known")]
        .map(|folder| fs::read_dir(folder).expect("the folder is there"));
    let paths = entries.into_iter().flatten();
    let mut paths: Vec<PathBuf> = paths
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .filter(|path| !path.to_string_lossy().contains(WITHOUT_PICTURE))
        .collect();
    paths.sort();
    paths
}

fn explained(path: &PathBuf) -> (String, Explanation) {
    let source = fs::read_to_string(path).expect("it is text");
    let loaded = load(&source, &Overrides::default()).expect("it has no fault");
    let chance = (1, Options::default());
    let pilot = pilot::pilot(&loaded.blueprint, chance, 1, 256);
    let explanation = explain::explain(&loaded.blueprint, pilot);
    (path.display().to_string(), explanation)
}

fn overlap(a: &TextBox, b: &TextBox) -> bool {
    let [left, top, right, bottom] = a.sides;
    let [other_left, other_top, other_right, other_bottom] = b.sides;
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}

fn check(name: &str, drawing: &Drawing) {
    for (at, one) in drawing.boxes.iter().enumerate() {
        let [left, top, right, bottom] = one.sides;
        let inside =
            left >= 0.0 && top >= 0.0 && right <= drawing.size.0 && bottom <= drawing.size.1;
        assert!(inside, "{name}: {one:?} is cut by {:?}", drawing.size);
        assert!(!one.text.ends_with('…'), "{name}: {one:?} is clipped");
        for other in &drawing.boxes[at + 1..] {
            assert!(!overlap(one, other), "{name}: {one:?} and {other:?}");
        }
    }
}

#[test]
fn no_text_of_a_shipped_scenario_overlaps_or_is_cut() {
    let shipped = shipped();
    assert!(shipped.len() > 5);
    for (name, explanation) in shipped {
        for language in Language::ALL {
            let drawing = whole(explanation, &Catalogue::new(language));
            check(name, &drawing);
            assert!(drawing.svg.contains("<title") && drawing.svg.contains("<desc"));
        }
    }
}

fn named(name: &str, kind: BoxKind) -> PictureBox {
    PictureBox {
        name: name.to_owned(),
        kind,
        count: 3,
        enough: Some(2),
        site: Some(0),
    }
}

#[test]
fn long_names_many_sites_and_loops_are_drawn_without_overlaps() {
    let long = "a name of many words that no box could ever hold on a single line";
    let picture = Picture {
        boxes: vec![
            named("service", BoxKind::Service),
            named(long, BoxKind::Component),
            named("Donaudampfschifffahrtsgesellschaft", BoxKind::Component),
            named(long, BoxKind::Link),
        ],
        lines: [(0, 1), (1, 2), (2, 1), (0, 2), (0, 3)]
            .map(|(from, to)| PictureLine {
                from,
                to,
                kind: LineKind::Hard,
            })
            .to_vec(),
        sites: ["one", "two", "three", "four"].map(str::to_owned).to_vec(),
    };
    let catalogue = Catalogue::new(Language::English);
    let scene = Scene::new(&picture, &catalogue);
    check("long names", &scene.draw("headline"));
}

#[test]
fn boxes_do_not_touch() {
    let catalogue = Catalogue::new(Language::English);
    for (name, explanation) in shipped() {
        let scene = Scene::new(&explanation.picture, &catalogue).sides_of_all();
        for (at, one) in scene.iter().enumerate() {
            for other in &scene[at + 1..] {
                let apart = one[2] <= other[0]
                    || other[2] <= one[0]
                    || one[3] <= other[1]
                    || other[3] <= one[1];
                assert!(apart, "{name}: {one:?} {other:?}");
            }
        }
    }
}

impl Scene<'_> {
    fn sides_of_all(&self) -> Vec<[f64; 4]> {
        (0..self.plates.len())
            .map(|at| self.sides(at, 0.0))
            .collect()
    }
}
