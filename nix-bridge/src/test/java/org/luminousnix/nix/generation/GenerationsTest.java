package org.luminousnix.nix.generation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GenerationsTest
{
    private Path root;
    private NixLayout layout;
    private Generations generations;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException
    {
        root = directory;
        layout = new NixLayout(root.resolve("store"), root.resolve("var/nix"), root.resolve("etc/nixos"), root.resolve("run"), Map.of(),
                true);
        Files.createDirectories(layout.systemProfile().getParent());
        Files.createDirectories(layout.run());
        generations = Generations.ofSystem(layout);
    }

    @Test
    void list_withoutProfile_isEmpty()
    {
        assertThat(generations.list()).isEmpty();
        assertThat(generations.current()).isEmpty();
        assertThat(generations.beforeCurrent()).isEmpty();
    }

    @Test
    void list_withoutProfileDirectory_isEmpty()
    {
        assertThat(Generations.of(root.resolve("nowhere/profile")).list()).isEmpty();
    }

    @Test
    void list_ofSeveral_isInOrderOfNumbersAndMarksThem() throws IOException
    {
        for (int number : new int[] {2, 10, 9}) {
            generation(number, "s" + number);
        }
        point(9);
        Files.createSymbolicLink(layout.currentSystem(), layout.store().resolve("s10"));
        Files.createSymbolicLink(layout.bootedSystem(), layout.store().resolve("s2"));

        assertThat(generations.list()).extracting(Generation::number).containsExactly(2, 9, 10);
        assertThat(generations.list()).extracting(Generation::current).containsExactly(false, true, false);
        assertThat(generations.list()).extracting(Generation::active).containsExactly(false, false, true);
        assertThat(generations.list()).extracting(Generation::booted).containsExactly(true, false, false);
        assertThat(generations.beforeCurrent()).hasValue(2);
    }

    @Test
    void list_withAGenerationThatDangles_tellsIt() throws IOException
    {
        generation(1, "s1");
        Files.createSymbolicLink(layout.systemProfile().resolveSibling("system-2-link"), layout.store().resolve("gone"));
        point(2);

        assertThat(generations.list()).extracting(Generation::present).containsExactly(true, false);
        assertThat(generations.current().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void list_withAProfileThatDangles_hasNoCurrent() throws IOException
    {
        generation(1, "s1");
        point(7);

        assertThat(generations.list()).singleElement().satisfies(generation -> assertThat(generation.current()).isFalse());
    }

    @Test
    void list_passesOverOtherFilesAndOtherProfiles() throws IOException
    {
        generation(1, "s1");
        Path directory = layout.systemProfile().getParent();
        Files.createFile(directory.resolve("system-2-link"));
        Files.createFile(directory.resolve("system.lock"));
        Files.createSymbolicLink(directory.resolve("system-x-link"), root);
        Files.createSymbolicLink(directory.resolve("system-3-link.tmp-1-2"), root);
        Files.createSymbolicLink(directory.resolve("other-4-link"), root);
        Files.createSymbolicLink(directory.resolve("system-99999999999999-link"), root);

        assertThat(generations.list()).extracting(Generation::number).containsExactly(1);
    }

    @Test
    void require_ofAMissingNumber_saysSo()
    {
        assertThatThrownBy(() -> generations.require(5))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.NO_SUCH_GENERATION));
    }

    @Test
    void details_ofASystem_areReadFromItsFiles() throws IOException
    {
        Path system = layout.store().resolve("0123456789abcdfghijklmnpqrsvwxyz-nixos-system-my-host-24.05.1");
        write(system.resolve("nixos-version"), "24.05.1\n");
        Files.createDirectories(system.resolve("kernel-modules/lib/modules/6.6.32"));
        Files.createDirectories(system.resolve("specialisation/b"));
        Files.createDirectories(system.resolve("specialisation/a"));
        write(system.resolve("sw/bin/nixos-version"),
                "#!/bin/sh\ncase \"$1\" in\n  --json)\n    cat <<EOF\n{\"configurationRevision\":\"abc\",\"nixosVersion\":\"24.05.1\"}\nEOF\n    ;;\nesac\n");

        var details = SystemDetails.read(system);

        assertThat(details.nixosVersion()).contains("24.05.1");
        assertThat(details.kernelVersion()).contains("6.6.32");
        assertThat(details.configurationRevision()).contains("abc");
        assertThat(details.specialisations()).containsExactly("a", "b");
        assertThat(details.description()).isEqualTo("24.05.1");
    }

    @Test
    void details_ofNothing_areEmpty()
    {
        assertThat(SystemDetails.read(root.resolve("nowhere")).nixosVersion()).isEmpty();
    }

    @Test
    void details_withABrokenHeredoc_haveNoRevision() throws IOException
    {
        write(root.resolve("s/sw/bin/nixos-version"), "cat <<EOF\n{\"configurationRevision\":\nEOF\n");

        assertThat(SystemDetails.read(root.resolve("s")).configurationRevision()).isEmpty();
    }

    private void generation(int number, String name) throws IOException
    {
        Path system = Files.createDirectories(layout.store().resolve(name));
        Files.createSymbolicLink(layout.systemProfile().resolveSibling("system-" + number + "-link"), system);
    }

    private void point(int number) throws IOException
    {
        Files.createSymbolicLink(layout.systemProfile(), Path.of("system-" + number + "-link"));
    }

    private static void write(Path file, String text) throws IOException
    {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
