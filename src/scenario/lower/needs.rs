//! Needs: hard, delayed by an autonomy, or only to start.
//!
//! Knows nothing of what needs them beyond a path.

use crate::model::component::{Autonomy, NeedKind, Recharge};
use crate::model::ids::Signal;
use crate::scenario::lower::Lowering;
use crate::scenario::lower::expressions::text_of;
use crate::scenario::lower::numbers::Spot;
use crate::scenario::schema::{self, Expr};
use crate::scenario::spans::Part;

impl Lowering<'_> {
    /// The needs of a component, in the order written.
    pub fn needs_of(
        &mut self,
        needs: &[Part<schema::Need>],
        path: &str,
        spot: Spot<'_>,
    ) -> Vec<(Signal, NeedKind)> {
        let written = needs.iter().flat_map(|part| &part.got);
        written
            .filter_map(|need| self.need(need, path, spot))
            .collect()
    }

    fn need(
        &mut self,
        need: &schema::Need,
        path: &str,
        spot: Spot<'_>,
    ) -> Option<(Signal, NeedKind)> {
        match need {
            schema::Need::Hard(on) => Some((self.expression(on, path)?, NeedKind::Hard)),
            schema::Need::ToStart(on) => Some((self.expression(on, path)?, NeedKind::ToStart)),
            schema::Need::Delayed {
                on,
                autonomy,
                carried_by,
                recharge,
                recharged_by,
            } => {
                let signal = self.expression(on, path);
                let autonomy = Autonomy {
                    lasts: self.law(autonomy, spot.field("autonomy")),
                    carried_by: self.maybe_expression(carried_by.as_ref(), path),
                    recharge: self.recharge(recharge.as_ref(), spot),
                    recharged_by: self.maybe_expression(recharged_by.as_ref(), path),
                    stream: self
                        .streams
                        .repeated(format!("{path}/need/{}", text_of(on))),
                };
                Some((signal?, NeedKind::Delayed(autonomy)))
            }
        }
    }

    fn maybe_expression(&mut self, expr: Option<&Expr>, path: &str) -> Option<Signal> {
        expr.and_then(|expr| self.expression(expr, path))
    }

    fn recharge(&mut self, recharge: Option<&schema::Recharge>, spot: Spot<'_>) -> Recharge {
        match recharge {
            None | Some(schema::Recharge::AtOnce) => Recharge::AtOnce,
            Some(schema::Recharge::Full { after }) => {
                Recharge::Full(self.law(after, spot.field("recharge")))
            }
            Some(schema::Recharge::Linear { over }) => {
                Recharge::Linear(self.span(over, spot.field("recharge")))
            }
        }
    }
}
