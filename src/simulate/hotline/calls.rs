//! The life of a call: it comes, waits, is answered, ends; or its caller gives up; or it is cut.

use super::desk::Call;
use super::draws;
use super::tally::{Arrival, Cut};
use super::{HotlineActor, HotlineCtx, Phase};
use crate::kernel::Rank;
use crate::model::hotline::OnLoss;
use crate::simulate::observe::{Happening, Observer};
use crate::units::{Instant, Span};

/// What made a call come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// It is one of the base calls of its class.
    Base,
    /// An outage (number of the source of surge calls).
    Surge(usize),
}

impl HotlineActor {
    /// A base call comes.
    #[inline(always)]
    pub(super) fn base_call<O: Observer>(&mut self, class: usize, ctx: &mut HotlineCtx<'_, O>) {
        self.enter(class, Origin::Base, ctx);
        self.await_base_call(class, ctx);
    }

    /// A surge call comes.
    pub(super) fn surge_call<O: Observer>(&mut self, source: usize, ctx: &mut HotlineCtx<'_, O>) {
        self.enter(self.surges[source].class, Origin::Surge(source), ctx);
        self.surges[source].draw(ctx.seed, ctx.replication, ctx.now);
        self.await_surge_call(source, ctx);
    }

    /// Draws when the next base call of a class comes.
    #[inline(always)]
    pub(super) fn await_base_call<O: Observer>(
        &mut self,
        class: usize,
        ctx: &mut HotlineCtx<'_, O>,
    ) {
        let Phase::Running(end) = self.phase else {
            return;
        };
        let hotline = self.hotline(ctx);
        let users = hotline.classes[class].users;
        let next = self.base[class].next(hotline, users, end);
        if let Some(at) = next {
            self.waiting
                .schedule(self.slots.base_call(class), at, Rank::Arrival);
        }
    }

    /// Sets when the next surge call of a source comes, as things stand now.
    pub(super) fn await_surge_call<O: Observer>(
        &mut self,
        source: usize,
        ctx: &mut HotlineCtx<'_, O>,
    ) {
        let calls = &mut self.surges[source];
        if calls.is_undrawn() {
            calls.draw(ctx.seed, ctx.replication, ctx.now);
        }
        let due = calls.due();
        self.set(self.slots.surge_call(source), due, Rank::Arrival);
    }

    /// A call of `class` comes: it meets a closed hotline, a lost one, a free agent or a waiting line.
    #[inline(always)]
    fn enter<O: Observer>(&mut self, class: usize, origin: Origin, ctx: &mut HotlineCtx<'_, O>) {
        let hotline = self.hotline(ctx);
        let arrival = self.tally.arrival(class);
        if !self.open {
            self.tally.outside(arrival);
            return;
        }
        self.tally.offered(arrival, origin != Origin::Base);
        tell(ctx, Happening::CallOffered(self.id, class));
        if self.lost && hotline.on_loss == OnLoss::Cut {
            self.tally.cut(arrival, Cut::Waiting);
            tell(ctx, Happening::CallCut(self.id, class));
            return;
        }
        let handling = match origin {
            Origin::Base => self.base[class].handling(&hotline.handling),
            Origin::Surge(source) => {
                draws::handling(&hotline.handling, self.surges[source].uniforms())
            }
        };
        let desk = hotline.classes[class].pool;
        if self.may_take(desk) {
            self.answer(desk, Call { arrival, handling }, ctx);
        } else {
            let patience = hotline.patience.as_ref().map(|law| match origin {
                Origin::Base => self.base[class].patience(law),
                Origin::Surge(source) => draws::patience(law, self.surges[source].uniforms()),
            });
            self.wait(desk, Call { arrival, handling }, patience);
        }
        self.recount(desk);
    }

    #[inline(always)]
    fn may_take(&self, desk: usize) -> bool {
        !self.lost && self.desks[desk].has_free_agent()
    }

    #[inline(always)]
    fn wait(&mut self, desk: usize, call: Call, patience: Option<Span>) {
        let deadline = patience.map(|patience| call.arrival.at + patience);
        self.desks[desk].line.join(call, deadline);
        if let Some(deadline) = deadline {
            self.await_deadline(desk, deadline);
        }
    }

    /// An agent takes the call; its duration is fixed now.
    #[inline(always)]
    fn answer<O: Observer>(&mut self, desk: usize, call: Call, ctx: &mut HotlineCtx<'_, O>) {
        let Some(place) = self.desks[desk].begin(call.arrival) else {
            return;
        };
        self.tally.answered(call.arrival);
        tell(
            ctx,
            Happening::CallAnswered(self.id, call.arrival.class as usize),
        );
        let lasts = Span::drawn(call.handling * self.slowdown);
        let slot = self.slots.call_ends(desk, place);
        self.waiting
            .schedule(slot, ctx.now + lasts, Rank::Completion);
    }

    /// Free agents take the calls that have waited longest.
    #[inline(always)]
    pub(super) fn take_waiting<O: Observer>(&mut self, desk: usize, ctx: &mut HotlineCtx<'_, O>) {
        while !self.desks[desk].line.is_empty() && self.may_take(desk) {
            let Some(call) = self.desks[desk].line.take() else {
                break;
            };
            self.answer(desk, call, ctx);
        }
        self.desks[desk].release();
        self.recount(desk);
    }

    /// A call ends.
    #[inline(always)]
    pub(super) fn end_call<O: Observer>(
        &mut self,
        desk: usize,
        place: u32,
        ctx: &mut HotlineCtx<'_, O>,
    ) {
        if let Some(call) = self.desks[desk].end(place) {
            tell(ctx, Happening::CallEnded(self.id, call.class as usize));
        }
        self.take_waiting(desk, ctx);
    }

    /// Patience ends for whoever waits until now.
    pub(super) fn give_up<O: Observer>(&mut self, desk: usize, ctx: &mut HotlineCtx<'_, O>) {
        self.desks[desk].deadline = Instant::NEVER;
        while let Some(call) = self.desks[desk].line.give_up(ctx.now) {
            self.tally.abandoned(call.arrival);
            tell(
                ctx,
                Happening::CallAbandoned(self.id, call.arrival.class as usize),
            );
        }
        if let Some(next) = self.desks[desk].line.next_deadline() {
            self.await_deadline(desk, next);
        }
        self.desks[desk].release();
        self.recount(desk);
    }

    /// Everybody who waits is cut.
    pub(super) fn cut_waiting<O: Observer>(
        &mut self,
        desk: usize,
        how: Cut,
        ctx: &mut HotlineCtx<'_, O>,
    ) {
        while let Some(call) = self.desks[desk].line.take() {
            self.cut(call.arrival, how, ctx);
        }
        self.recount(desk);
    }

    /// A need is lost and with it all calls.
    pub(super) fn cut_all<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>) {
        for desk in 0..self.desks.len() {
            for place in 0..self.desks[desk].size() {
                if let Some(call) = self.desks[desk].end(place) {
                    self.waiting.cancel(self.slots.call_ends(desk, place));
                    self.cut(call, Cut::Talking, ctx);
                }
            }
            self.cut_waiting(desk, Cut::Waiting, ctx);
        }
    }

    fn cut<O: Observer>(&mut self, call: Arrival, how: Cut, ctx: &mut HotlineCtx<'_, O>) {
        self.tally.cut(call, how);
        tell(ctx, Happening::CallCut(self.id, call.class as usize));
    }

    /// A need is lost: calls in progress stand still with their agents, the waiting wait on.
    pub(super) fn freeze_all<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>) {
        for (desk, slots) in self.desks.iter_mut().enumerate() {
            for place in 0..slots.size() {
                if let Some(talk) = slots.talk(place) {
                    let slot = self.slots.call_ends(desk, place);
                    talk.left = self.waiting.cancel(slot).map(|end| end - ctx.now);
                }
            }
        }
    }

    /// All needs are back: calls that stood still go on, free agents take the waiting.
    pub(super) fn resume_all<O: Observer>(&mut self, ctx: &mut HotlineCtx<'_, O>) {
        for desk in 0..self.desks.len() {
            for place in 0..self.desks[desk].size() {
                let left = self.desks[desk]
                    .talk(place)
                    .and_then(|talk| talk.left.take());
                if let Some(left) = left {
                    let slot = self.slots.call_ends(desk, place);
                    self.waiting
                        .schedule(slot, ctx.now + left, Rank::Completion);
                }
            }
            self.take_waiting(desk, ctx);
        }
    }

    /// Somebody waits until `deadline`. The slot of the desk's deadlines is not re-timed when somebody is answered: it fires for
    /// nobody then, which is cheaper.
    #[inline(always)]
    fn await_deadline(&mut self, desk: usize, deadline: Instant) {
        if deadline < self.desks[desk].deadline {
            self.desks[desk].deadline = deadline;
            self.waiting
                .schedule(self.slots.deadline(desk), deadline, Rank::Expiry);
        }
    }

    fn set(&mut self, slot: u32, at: Option<Instant>, rank: Rank) {
        match at {
            Some(at) => self.waiting.schedule(slot, at, rank),
            None => _ = self.waiting.cancel(slot),
        }
    }

    /// Tells the tally what waits and works at a desk from now on.
    #[inline(always)]
    fn recount(&mut self, desk: usize) {
        let desk = &mut self.desks[desk];
        let load = desk.load();
        self.tally
            .reload(std::mem::replace(&mut desk.counted, load), load);
    }
}

fn tell<O: Observer>(ctx: &mut HotlineCtx<'_, O>, what: Happening) {
    *ctx.events += 1;
    if O::LISTENS {
        ctx.observer.happened(ctx.now, what);
    }
}
