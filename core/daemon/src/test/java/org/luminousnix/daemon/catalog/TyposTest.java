package org.luminousnix.daemon.catalog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TyposTest
{
    @Test
    void distance_swapOfNeighbours_isOneEdit()
    {
        assertThat(Typos.distance("spotfiy", "spotify")).isEqualTo(1);
    }

    @Test
    void slips_neighbouringKey_countsLessThanAFarOne()
    {
        assertThat(Typos.slips("firefix", "firefox")).isLessThan(Typos.slips("firefax", "firefox"));
    }

    @Test
    void slips_wrongFirstLetter_countsMore()
    {
        assertThat(Typos.slips("pim", "vim")).isGreaterThan(Typos.slips("vin", "vim"));
    }
}
