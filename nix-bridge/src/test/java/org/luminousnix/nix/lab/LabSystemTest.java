package org.luminousnix.nix.lab;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class LabSystemTest
{
    @TempDir
    private static Path directory;

    private static TestingLab lab;

    @BeforeAll
    static void prepare()
    {
        lab = TestingLab.prepared(directory);
    }

    @Test
    void prepare_freshLab_activatesGenerationOne() throws IOException
    {
        Path system = lab.layout().currentSystem().toRealPath();

        assertThat(Files.readSymbolicLink(lab.layout().systemProfile())).hasToString("system-1-link");
        assertThat(lab.layout().systemProfile().toRealPath()).isEqualTo(system);
        assertThat(lab.layout().bootedSystem().toRealPath()).isEqualTo(system);
        assertThat(system.getFileName().toString()).endsWith("-nixos-system-nixos-24.11.lab");
        assertThat(system.resolve("sw/bin/vim")).isExecutable();
    }
}
