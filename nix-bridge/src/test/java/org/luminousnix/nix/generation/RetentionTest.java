package org.luminousnix.nix.generation;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionTest
{
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void expendable_keepsCurrentActiveBootedAndNewest()
    {
        List<Generation> generations = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> generation(number, number == 4, number == 5, number == 2)).toList();

        assertThat(Retention.ofNewest(3).expendable(generations)).containsExactly(1, 3, 6, 7);
    }

    @Test
    void expendable_withAnAge_keepsTheYounger()
    {
        List<Generation> generations = IntStream.rangeClosed(1, 10).mapToObj(number -> generation(number, false, false, false)).toList();

        assertThat(new Retention(1, Optional.of(NOW.minus(Duration.ofDays(7)))).expendable(generations)).containsExactly(1, 2);
    }

    @Test
    void retention_ofNone_isRefused()
    {
        assertThatThrownBy(() -> Retention.ofNewest(0)).hasMessage("at least one generation is kept, not 0");
    }

    private static Generation generation(int number, boolean current, boolean active, boolean booted)
    {
        return new Generation(number, Path.of("/p/system-" + number + "-link"), Path.of("/nix/store/x"), true,
                NOW.minus(Duration.ofDays(10 - number)), current, active, booted);
    }
}
