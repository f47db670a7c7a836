package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.safety.ApprovalException.Reason;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PlansTest
{
    private static final Draft DRAFT = new Draft("Build", List.of(new Action.BuildSystem()), List.of(), List.of());
    private static final Verdict ASKS = new Verdict.NeedsApproval(new Verdict.Approval.YesOrNo());

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Plans plans = new Plans(clock, Duration.ofMinutes(15));

    @Test
    void approve_withTheDigestShown_handsThePlanOut()
    {
        Plan plan = add(ASKS);

        assertThat(plans.approve(plan.id(), plan.digest(), "alice")).isEqualTo(plan);
    }

    @Test
    void approve_twice_isRefusedTheSecondTime()
    {
        Plan plan = add(ASKS);
        assertThat(plans.approve(plan.id(), plan.digest(), "alice")).isEqualTo(plan);

        assertThat(refusal(plan, plan.digest(), "alice")).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void approve_anotherDigest_isRefusedAndThePlanStays()
    {
        Plan plan = add(ASKS);

        assertThat(refusal(plan, "0".repeat(64), "alice")).isEqualTo(Reason.DIGEST_DIFFERS);
        assertThat(plans.find(plan.id(), "alice")).contains(plan);
    }

    @Test
    void approve_somebodyElsesPlan_isUnknown()
    {
        Plan plan = add(ASKS);

        assertThat(refusal(plan, plan.digest(), "bob")).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void approve_afterItsTime_isRefused()
    {
        Plan plan = add(ASKS);
        now = now.plus(Duration.ofMinutes(15));

        assertThat(refusal(plan, plan.digest(), "alice")).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void approve_whatTheGateRefused_isRefused()
    {
        Plan plan = add(new Verdict.Refused(List.of("no")));

        assertThat(refusal(plan, plan.digest(), "alice")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void cancel_somebodyElsesPlan_leavesIt()
    {
        Plan plan = add(ASKS);

        assertThat(plans.cancel(plan.id(), "bob")).isFalse();
        assertThat(plans.find(plan.id(), "alice")).isPresent();
    }

    @Test
    void add_thousandAndOne_forgetsTheOldest()
    {
        Plan first = add(ASKS);
        for (int more = 0; more < 1000; more++) {
            add(ASKS);
        }

        assertThat(plans.find(first.id(), "alice")).isEmpty();
    }

    private Plan add(Verdict verdict)
    {
        return plans.add("alice", "build it", DRAFT, verdict, true);
    }

    private Reason refusal(Plan plan, String digest, String owner)
    {
        return catchThrowableOfType(ApprovalException.class, () -> plans.approve(plan.id(), digest, owner)).reason();
    }
}
