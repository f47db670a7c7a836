package org.luminousnix.nix.lab;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class LabFlakeTest
{
    @TempDir
    private static Path directory;

    private static TestingLab lab;

    @BeforeAll
    static void prepare()
    {
        lab = TestingLab.prepared(directory, LabStyle.FLAKE);
    }

    @Test
    void prepare_flake_activatesGenerationOne() throws IOException
    {
        assertThat(Files.readSymbolicLink(lab.layout().systemProfile())).hasToString("system-1-link");
        assertThat(lab.layout().currentSystem().resolve("sw/bin/vim")).isExecutable();
    }

    @Test
    void flake_builtByTheNewCommand_isTheSystemOfThePreparation() throws IOException
    {
        Path link = lab.lab().root().resolve("result");

        lab.run("nix", "build", reference("config.system.build.toplevel"), "--out-link", link.toString()).orThrow();

        assertThat(link.toRealPath()).isEqualTo(lab.layout().currentSystem().toRealPath());
    }

    @Test
    void flake_lockFile_namesThePackagesOfTheLab()
    {
        lab.run("nix", "flake", "lock", "path:" + lab.layout().nixos()).orThrow();

        assertThat(lab.layout().nixos().resolve("flake.lock")).content().contains("\"path\": \"" + lab.lab().nixpkgs() + "\"", "narHash");
    }

    @Test
    void flake_value_isEvaluatedPurely()
    {
        assertThat(lab.output("nix", "eval", "--raw", reference("config.networking.hostName"))).isEqualTo("nixos");
    }

    private static String reference(String attribute)
    {
        return "path:" + lab.layout().nixos() + "#nixosConfigurations.nixos." + attribute;
    }
}
