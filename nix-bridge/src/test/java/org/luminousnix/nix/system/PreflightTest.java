package org.luminousnix.nix.system;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.build.BuildPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

class PreflightTest
{
    private static final long MEBIBYTE = 1 << 20;

    private NixLayout layout;
    private Path boot;

    @BeforeEach
    void prepare(@TempDir Path root) throws IOException
    {
        layout = new NixLayout(root.resolve("store"), root.resolve("var/nix"), root.resolve("etc/nixos"), root.resolve("run"), Map.of(),
                true);
        boot = Files.createDirectories(root.resolve("boot"));
        Files.createDirectories(layout.run());
        Files.createDirectories(layout.systemProfile().getParent());
    }

    @Test
    void beforeBuild_withoutRoom_warns()
    {
        var plan = new BuildPlan(List.of(), List.of(Path.of("/s/x")), List.of(), OptionalLong.of(MEBIBYTE),
                OptionalLong.of(3_000 * MEBIBYTE));

        assertThat(preflight(1_000 * MEBIBYTE, false).beforeBuild(plan)).singleElement()
                .satisfies(warning -> assertThat(warning.sentence()).endsWith("has 1000 MiB left, but this needs 2.9 GiB."));
    }

    @Test
    void beforeBuild_ofNothing_doesNotWarn()
    {
        var plan = new BuildPlan(List.of(), List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty());

        assertThat(preflight(0, false).beforeBuild(plan)).isEmpty();
    }

    @Test
    void beforeActivation_withAnotherKernel_warnsOfTheRestart() throws IOException
    {
        link(layout.bootedSystem(), system("old", "6.6.1", "255.4"));
        link(layout.currentSystem(), system("old", "6.6.1", "255.4"));

        assertThat(preflight(1_000, false).beforeActivation(system("new", "6.6.2", "256"))).extracting(SystemWarning::sentence)
                .containsExactly(
                        "The kernel changes from 6.6.1 to 6.6.2; it takes effect with the next start.",
                        "systemd changes from 255.4 to 256; a restart is best soon afterwards.");
    }

    @Test
    void beforeActivation_withTheSameKernel_doesNotWarn() throws IOException
    {
        Path system = system("old", "6.6.1", "255");
        link(layout.bootedSystem(), system);
        link(layout.currentSystem(), system);

        assertThat(preflight(0, true).beforeActivation(system)).isEmpty();
    }

    @Test
    void beforeActivation_whenTheKernelDoesNotFit_warns() throws IOException
    {
        assertThat(preflight(11, false).beforeActivation(system("new", "6.6.2", "256")))
                .containsExactly(new SystemWarning.BootSpace(boot, 11, 12));
    }

    @Test
    void beforeActivation_whenAGenerationHasThatKernelAlready_doesNotWarn() throws IOException
    {
        Path system = system("new", "6.6.2", "256");
        link(layout.systemProfile().resolveSibling("system-1-link"), system);

        assertThat(preflight(0, false).beforeActivation(system)).isEmpty();
    }

    @Test
    void beforeActivation_whenTheBootDirectoryIsOnTheStoresFileSystem_doesNotWarn() throws IOException
    {
        assertThat(preflight(0, true).beforeActivation(system("new", "6.6.2", "256"))).isEmpty();
    }

    private Preflight preflight(long free, boolean same)
    {
        return new Preflight(layout, boot, new Preflight.Partitions()
        {
            @Override
            public long free(Path directory)
            {
                return free;
            }

            @Override
            public boolean same(Path one, Path other)
            {
                return same;
            }
        });
    }

    /// Makes a system whose kernel and initial RAM disk have six bytes each.
    private Path system(String name, String kernel, String systemd) throws IOException
    {
        Path system = layout.store().resolve("0-nixos-system-" + name);
        if (!Files.exists(system)) {
            Files.createDirectories(system.resolve("kernel-modules/lib/modules").resolve(kernel));
            for (String file : List.of("kernel", "initrd")) {
                Path stored = layout.store().resolve("0-" + file + "-" + kernel);
                Files.writeString(stored, "sixsix");
                link(system.resolve(file), stored);
            }
            link(system.resolve("systemd"), Files.createDirectories(layout.store().resolve("0-systemd-" + systemd)));
        }
        return system;
    }

    private static void link(Path link, Path target) throws IOException
    {
        Files.createSymbolicLink(link, target);
    }
}
