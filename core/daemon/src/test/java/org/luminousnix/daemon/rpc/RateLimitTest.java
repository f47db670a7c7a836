package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest
{
    private final AtomicLong time = new AtomicLong();
    private final RateLimit limit = new RateLimit(10, time::get);

    @Test
    void pass_asManyAsASecondHolds_isAllowedAtOnce()
    {
        assertThat(limit.pass(10)).isTrue();
        assertThat(limit.pass(1)).isFalse();
    }

    @Test
    void pass_afterATenthOfASecond_isAllowedOnceMore()
    {
        limit.pass(10);
        time.addAndGet(100_000_000);

        assertThat(limit.pass(1)).isTrue();
        assertThat(limit.pass(1)).isFalse();
    }

    @Test
    void pass_afterALongRest_isNotAllowedMoreThanASecondHolds()
    {
        time.addAndGet(60_000_000_000L);

        assertThat(limit.pass(11)).isFalse();
        assertThat(limit.pass(10)).isTrue();
    }
}
