package org.luminousnix.nix.system;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.PackageName;
import org.luminousnix.nix.testing.RecordingProcesses;
import org.luminousnix.nix.testing.RecordingProcesses.Answer;
import org.luminousnix.nix.testing.TestingNix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class UserProfileTest
{
    private TestingNix nix;
    private Path link;
    private UserProfile profile;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException
    {
        nix = TestingNix.below(directory);
        link = Files.createDirectories(nix.layout().state().resolve("profiles/per-user/me")).resolve("profile");
        profile = new UserProfile(nix.layout(), nix.processes(), link);
        nix.write("nixpkgs/default.nix", "{ }: { jq = " + pkg("jq-1.7") + "; gtk = " + pkg("gtk+-3.2") + "; gtk1 = " + pkg("gtkk-9")
                + "; broken = " + TestingNix.derivation("broken-1", "exit 1")
                + "; unfree = throw \"Package unfree has an unfree license\"; }");
    }

    @Test
    void install_ofAPackage_makesAGenerationThatHasIt()
    {
        assertThat(profile.install("jq", _ -> {})).isEqualTo(1);

        assertThat(profile.installed()).containsExactly(new PackageName("jq", "1.7"));
        assertThat(link.resolve("bin/jq-1.7")).exists();
    }

    @Test
    void install_ofAMissingPackage_saysSo()
    {
        assertCode(NixErrorCode.NO_SUCH_PACKAGE, () -> profile.install("nosuch", _ -> {}));
        assertThat(profile.generations().list()).isEmpty();
    }

    @Test
    void install_ofARefusedPackage_givesTheReason()
    {
        assertThatThrownBy(() -> profile.install("unfree", _ -> {}))
                .hasMessage("cannot install unfree: Package unfree has an unfree license");
    }

    @Test
    void install_ofAPackageThatDoesNotBuild_keepsTheProfile()
    {
        profile.install("jq", _ -> {});

        assertCode(NixErrorCode.BUILD_FAILED, () -> profile.install("broken", _ -> {}));
        assertThat(profile.installed()).containsExactly(new PackageName("jq", "1.7"));
    }

    @Test
    void install_ofSomethingThatIsNoAttributePath_isRefused()
    {
        assertCode(NixErrorCode.INVALID_ARGUMENT, () -> profile.install("--option", _ -> {}));
        assertCode(NixErrorCode.INVALID_ARGUMENT, () -> profile.install("a b", _ -> {}));
    }

    @Test
    void remove_ofANameWithSpecialCharacters_removesThatAlone()
    {
        profile.install("gtk", _ -> {});
        profile.install("gtk1", _ -> {});

        profile.remove("gtk+", _ -> {});

        assertThat(profile.installed()).containsExactly(new PackageName("gtkk", "9"));
    }

    @Test
    void remove_ofWhatIsNotThere_saysSo()
    {
        assertCode(NixErrorCode.NO_SUCH_PACKAGE, () -> profile.remove("jq", _ -> {}));
    }

    @Test
    void rollBack_bringsTheEarlierGenerationBack()
    {
        profile.install("jq", _ -> {});
        profile.remove("jq", _ -> {});

        profile.rollBack(1);

        assertThat(profile.installed()).containsExactly(new PackageName("jq", "1.7"));
        assertThat(profile.generations().current().map(Generation::number)).contains(1);
    }

    @Test
    void remove_fromAProfileOfTheNewTool_usesItsSelector(@TempDir Path directory) throws IOException
    {
        Files.writeString(directory.resolve("manifest.json"),
                """
                {"version":2,"elements":[{"storePaths":["/nix/store/00000000000000000000000000000000-jq-1.7"]},
                                         {"storePaths":["/nix/store/00000000000000000000000000000000-ripgrep-14.1"]}]}""");
        var processes = RecordingProcesses.answering(_ -> new Answer(0, "", ""));

        new UserProfile(nix.layout(), processes, directory).remove("ripgrep", _ -> {});

        assertThat(processes.commands()).singleElement()
                .satisfies(command -> assertThat(command.argv()).containsExactly("nix", "--extra-experimental-features",
                        "nix-command flakes", "profile", "remove", "--profile", directory.toString(), "1", "--log-format",
                        "internal-json"));
    }

    @Test
    void installed_ofANamedManifest_readsNames(@TempDir Path directory) throws IOException
    {
        Files.writeString(directory.resolve("manifest.json"),
                """
                {"version":3,"elements":{"jq":{"storePaths":["/nix/store/00000000000000000000000000000000-jq-1.7"]}}}""");

        assertThat(new UserProfile(nix.layout(), nix.processes(), directory).installed()).containsExactly(new PackageName("jq", "1.7"));
    }

    private static String pkg(String name)
    {
        return TestingNix.derivation(name, "mkdir -p $out/bin; echo > $out/bin/" + name);
    }

    private static void assertCode(NixErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
