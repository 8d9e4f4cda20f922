//! No text of a chart is cut or lies on another: in every chart of the shipped scenarios and of hostile results.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use ausfall::batch::results::{Measure, Results, Timeline};
use ausfall::batch::{self, Plan};
use ausfall::compare::{self, Design};
use ausfall::report::chart::{figures, svg};
use ausfall::report::compare::{Told, figures as compare_figures};
use ausfall::report::words::Words;
use ausfall::scenario::{Overrides, load};
use ausfall::text::{Catalogue, Language};

use crate::made_up::{HOSTILE, LONG, results};
use crate::metrics::{Placed, placed};
use crate::renamed;

/// Kerning, which the measure leaves out, and rounding to a tenth of a pixel [px].
const SLACK: f64 = 1.5;

fn check(results: &Results, of: &str) {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        let words = Words {
            results,
            catalogue: &catalogue,
        };
        for figure in figures(&words) {
            let drawings = [
                svg::bare(&figure, svg::WIDE),
                svg::bare(&figure, svg::NARROW),
                svg::whole(&figure, &words, ""),
            ];
            for drawing in drawings {
                let told = format!("{of}, {}, {}", language.tag(), figure.id);
                check_picture(&drawing.svg, &told);
            }
        }
    }
}

fn check_picture(svg: &str, of: &str) {
    let (size, texts) = placed(svg);
    assert!(!texts.is_empty(), "{of}: a chart without words");
    for (index, text) in texts.iter().enumerate() {
        assert!(inside(text, size), "{of}: “{}” is cut", text.text);
        for other in &texts[index + 1..] {
            assert!(
                !overlap(text, other),
                "{of}: “{}” lies on “{}”",
                text.text,
                other.text
            );
        }
    }
}

fn inside(text: &Placed, size: (f64, f64)) -> bool {
    let [left, top, right, bottom] = text.sides;
    left >= -SLACK && top >= -SLACK && right <= size.0 + SLACK && bottom <= size.1 + SLACK
}

fn overlap(a: &Placed, b: &Placed) -> bool {
    let meet = |from: usize, to: usize| {
        a.sides[from].max(b.sides[from]) + SLACK < a.sides[to].min(b.sides[to])
    };
    meet(0, 2) && meet(1, 3)
}

#[test]
fn of_the_shipped_scenarios() {
    for folder in ["scenarios", "scenarios/known"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            // The workloads of the benches are long, and their charts are those of other cases.
            if !name.ends_with(".ron")
                || name.starts_with("w2-")
                || name.starts_with("w1-")
                || name.starts_with("w3-")
            {
                continue;
            }
            let source = fs::read_to_string(&path).expect("it can be read");
            let loaded = load(&source, &Overrides::default()).expect("it has no fault");
            let plan = Plan {
                replications: 64,
                threads: 2,
                ..Plan::of(&loaded.blueprint)
            };
            let batch = batch::run(&loaded.blueprint, &plan, &mut |_| ControlFlow::Continue(()));
            check(
                &batch.expect("it runs").results,
                &path.display().to_string(),
            );
        }
    }
}

#[test]
fn of_a_comparison_of_all_variants_of_the_muenster_case() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/muenster.ron");
    let source = fs::read_to_string(path).expect("it can be read");
    let design = |name: &str, overrides: &Overrides| Design {
        name: name.to_owned(),
        label: "".into(),
        file: "muenster".to_owned(),
        variant: name.to_owned(),
        blueprint: load(&source, overrides).expect("it has no fault").blueprint,
    };
    let mut designs = vec![design("", &Overrides::default())];
    for (name, _) in designs[0].blueprint.about.variants.clone() {
        designs.push(design(&name, &Overrides::of_variant(&name)));
    }
    let plan = Plan {
        replications: 256,
        threads: 2,
        ..Plan::of(&designs[0].blueprint)
    };
    let compared = compare::run(&designs, 0, &plan, &mut |_| ControlFlow::Continue(()));
    let comparison = compared.expect("it runs").comparison;
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        let told = Told::new(&comparison, &catalogue);
        let all = compare_figures(&told);
        assert!(all.len() > 5, "most questions are answered otherwise");
        for figure in all {
            let drawings = [
                svg::bare(&figure, svg::WIDE),
                svg::bare(&figure, svg::NARROW),
                svg::whole(&figure, &told.words, ""),
            ];
            for drawing in drawings {
                check_picture(&drawing.svg, &format!("{}, {}", language.tag(), figure.id));
            }
        }
    }
}

#[test]
fn of_results_with_long_and_hostile_names() {
    check(&results(), "made up");
    check(&renamed(&results()), "renamed");
}

#[test]
fn of_forty_services() {
    check(&many(40), "forty services");
}

#[test]
fn of_results_without_data() {
    let mut none = results();
    none.measures.clear();
    none.curves
        .iter_mut()
        .for_each(|curve| curve.points.clear());
    none.hotline_weeks.clear();
    check(&none, "no data");
}

/// Results with so many services, every third with a very long name.
fn many(services: usize) -> Results {
    let mut all = results();
    let name = |number: usize| match number % 3 {
        0 => format!("{LONG} {number}"),
        1 => format!("{HOSTILE} {number}"),
        _ => format!("service {number}"),
    };
    let row = |number: usize, like: &Measure| Measure {
        subject: format!("service/{}", name(number)),
        ..like.clone()
    };
    let like = all.measures[0].clone();
    all.measures = (0..services).map(|number| row(number, &like)).collect();
    let timeline = all.stories[2].timelines[0].clone();
    all.stories[2].timelines = (0..services)
        .map(|number| Timeline {
            service: name(number),
            ..timeline.clone()
        })
        .collect();
    let curve = all.curves[0].clone();
    all.curves.extend((0..services).map(|number| {
        let mut curve = curve.clone();
        curve.subject = format!("service/{}", name(number));
        curve
    }));
    all
}
