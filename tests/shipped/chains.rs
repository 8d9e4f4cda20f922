//! Chains of the Münster case: every outage has one that holds together.

use ausfall::batch::chain::{Chains, Witness};
use ausfall::batch::results::Chain;
use ausfall::kernel::Seed;
use ausfall::model::ids::ServiceId;
use ausfall::simulate::{Options, World};

use crate::{blueprint, source};

/// Whether a chain names its root, as what failed or as what struck.
fn names_its_root(chain: &Chain) -> bool {
    chain
        .links
        .iter()
        .any(|link| link.of == chain.cause || link.subjects.contains(&chain.cause))
}

#[test]
fn every_outage_has_a_chain_from_its_root_to_its_end() {
    let blueprint = blueprint(&source("muenster.ron"));
    let mut world = World::new(&blueprint);
    let mut told = 0;
    for replication in 0..200 {
        let mut witness = Witness::default();
        world
            .run(&Seed::new(1), replication, Options::default(), &mut witness)
            .expect("a sound run");
        let chains = Chains::new(&blueprint, &witness);
        for (id, service) in blueprint.services.iter().enumerate() {
            for level in 0..service.levels.len() {
                for outage in chains.outages(ServiceId::new(id), level) {
                    let chain = chains.chain(&outage);
                    told += 1;
                    assert!(chain.links[0].at_h <= chain.began_h, "{chain:#?}");
                    assert!(!chain.links[0].follows, "{chain:#?}");
                    assert!(names_its_root(&chain), "{replication}: {chain:#?}");
                    assert!(
                        chain.links.windows(2).all(|two| two[0].at_h <= two[1].at_h),
                        "in order of time: {chain:#?}"
                    );
                    let last = chain.links.last().expect("a chain has links");
                    let end = if chain.ended_h.is_some() {
                        "chain-over"
                    } else {
                        "chain-open"
                    };
                    assert_eq!(last.what, end, "{replication}: {chain:#?}");
                }
            }
        }
    }
    assert!(told > 500, "{told} outages were told");
}
