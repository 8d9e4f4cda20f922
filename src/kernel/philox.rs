//! Philox4x64-10: a block of four random words that depends on a key and a counter alone.
//!
//! Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. Knows
//! nothing of names and replications: what the counter means is settled in `stream`.

const MULTIPLIERS: [u64; 2] = [0xD2E7_470E_E14C_6C93, 0xCA5A_8263_9512_1157];
/// Golden ratio and √3 − 1, by which the key moves on from round to round.
const WEYL: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B];
const ROUNDS: usize = 10;

/// The four words of `counter` under `key`. Value-breaking: the words are pinned by the authors' test vectors.
#[inline]
pub(super) fn philox4x64(mut key: [u64; 2], mut counter: [u64; 4]) -> [u64; 4] {
    for _ in 0..ROUNDS {
        counter = round(key, counter);
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

fn round(key: [u64; 2], [a, b, c, d]: [u64; 4]) -> [u64; 4] {
    let (high_a, low_a) = wide_product(MULTIPLIERS[0], a);
    let (high_c, low_c) = wide_product(MULTIPLIERS[1], c);
    [high_c ^ b ^ key[0], low_c, high_a ^ d ^ key[1], low_a]
}

/// Upper and lower half of the product of 64 × 64 bits.
fn wide_product(x: u64, y: u64) -> (u64, u64) {
    let product = u128::from(x) * u128::from(y);
    ((product >> 64) as u64, product as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known answers published with the Random123 library (`kat_vectors`, philox4x64-10).
    #[test]
    fn blocks_agree_with_the_published_answers() {
        let zeros = philox4x64([0; 2], [0; 4]);
        let expected = [
            0x1655_4d9e_ca36_314c,
            0xdb20_fe9d_672d_0fdc,
            0xd7e7_72ce_e186_176b,
            0x7e68_b68a_ec7b_a23b,
        ];
        assert_eq!(zeros, expected);
        let ones = philox4x64([u64::MAX; 2], [u64::MAX; 4]);
        let expected = [
            0x87b0_92c3_013f_e90b,
            0x438c_3c67_be8d_0224,
            0x9cc7_d7c6_9cd7_77b6,
            0xa09c_aebf_594f_0ba0,
        ];
        assert_eq!(ones, expected);
    }

    #[test]
    fn every_word_of_key_and_counter_matters() {
        let base = philox4x64([1, 2], [3, 4, 5, 6]);
        for word in 0..6 {
            let mut key = [1, 2];
            let mut counter = [3, 4, 5, 6];
            if word < 2 {
                key[word] += 1;
            } else {
                counter[word - 2] += 1;
            }
            let changed = philox4x64(key, counter);
            for (was, is) in base.iter().zip(changed) {
                let flipped = (was ^ is).count_ones();
                assert!(
                    (8..=56).contains(&flipped),
                    "word {word} flips {flipped} bits"
                );
            }
        }
    }
}
