package org.luminousnix.nix.lab;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Completed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class LabPackagesTest
{
    private static final String EVERYTHING = """
                                             let
                                               config = { allowUnfree = true; allowBroken = true; allowInsecurePredicate = _: true; allowAliases = false; };
                                               isPackage = value: value.type or null == "derivation";
                                               packages = set: builtins.concatMap
                                                 (value: if isPackage value then [ value ] else if value.recurseForDerivations or false then packages value else [ ])
                                                 (builtins.attrValues set);
                                             in
                                             packages (import <nixpkgs> { inherit config; })
                                             """;

    @TempDir
    private static Path directory;

    private static TestingLab lab;

    @BeforeAll
    static void layOut()
    {
        lab = TestingLab.laidOut(directory, LabStyle.CHANNEL);
    }

    @Test
    void packages_asNixEnvTellsThem_haveAllThatACatalogueNeeds()
    {
        Map<String, Json> packages = packages();

        assertThat(packages).hasSizeGreaterThan(500).containsKeys("firefox", "ripgrep", "python312Packages.requests", "kdePackages.kate",
                "gnomeExtensions.dash-to-dock", "vimPlugins.vim-nix", "nodePackages.prettier", "jetbrains.webstorm", "xfce.thunar");
        assertThat(packages.values()).allSatisfy(found -> {
            assertThat(text(found, "version")).isNotBlank();
            Json meta = found.member("meta").orElseThrow();
            assertThat(text(meta, "description")).isNotBlank().doesNotEndWith(".").hasSizeLessThan(100);
            assertThat(text(meta, "homepage")).startsWith("http");
            assertThat(text(meta, "position")).startsWith(lab.lab().nixpkgs().toString());
            assertThat(meta.member("license")).isPresent();
        });
        assertThat(text(packages.get("ripgrep").member("meta").orElseThrow(), "mainProgram")).isEqualTo("rg");
    }

    @Test
    void packages_refusedOnes_areMarkedAsSuch()
    {
        Map<String, Json> packages = packages();

        assertThat(marked(packages, "unfree")).contains("vscode", "spotify", "slack", "discord", "steam", "obsidian", "google-chrome",
                "zoom-us").doesNotContain("firefox");
        assertThat(marked(packages, "insecure")).contains("openssl_1_1", "python2");
        assertThat(marked(packages, "broken")).containsExactly("minecraft");
        assertThat(marked(packages, "available")).contains("firefox").doesNotContain("vscode", "openssl_1_1", "minecraft");
    }

    @Test
    void packages_allOfThem_haveADerivation()
    {
        String expression = "map (p: builtins.substring 0 0 p.drvPath) (%s)".formatted(EVERYTHING);

        assertThat(lab.output("nix-instantiate", "--eval", "--strict", "--json", "--expr", expression)).hasSizeGreaterThan(3 * 500);
    }

    @Test
    void packages_everyTenth_buildsAndSaysItsName()
    {
        Path file = lab.write("everything.nix", """
                                                let all = %s; in
                                                builtins.genList (n: builtins.elemAt all (n * 10)) (builtins.length all / 10)
                                                """.formatted(EVERYTHING));

        List<String> outputs = lab.output("nix-build", file.toString(), "--no-out-link").lines().toList();

        assertThat(outputs).hasSizeGreaterThan(50).allSatisfy(path -> assertThat(Path.of(path).resolve("share/doc")).isNotEmptyDirectory());
        String ripgrep = lab.output("nix-build", "<nixpkgs>", "-A", "ripgrep", "--no-out-link");
        assertThat(lab.output(ripgrep + "/bin/rg")).isEqualTo("ripgrep 14.1.1");
    }

    @Test
    void packages_mainProgram_isAmongThePrograms()
    {
        String expression = "map (p: p.name) (builtins.filter (p: !(builtins.elem (p.meta.mainProgram or \"\") (p.programs ++ [ \"\" ]))) (%s))"
                .formatted(EVERYTHING);

        assertThat(lab.output("nix-instantiate", "--eval", "--strict", "--json", "--expr", expression)).isEqualTo("[]");
    }

    @Test
    void package_ofSeveralPrograms_hasThemAll()
    {
        String path = lab.output("nix-build", "<nixpkgs>", "-A", "imagemagick", "--no-out-link");

        assertThat(lab.output(path + "/bin/convert")).isEqualTo(lab.output(path + "/bin/magick")).isEqualTo("imagemagick 7.1.1-39");
    }

    @Test
    void unfreePackage_notAllowed_isRefusedWithTheWaysToAllowIt()
    {
        assertThat(refusal("vscode")).contains("error: Package ‘vscode-1.95.3’ in ", "desktop.nix:",
                " has an unfree license (‘unfree’), refusing to evaluate.", "$ export NIXPKGS_ALLOW_UNFREE=1",
                "{ nixpkgs.config.allowUnfree = true; }");
    }

    @Test
    void unfreePackage_allowedByVariable_evaluates()
    {
        assertThat(lab.run(Map.of("NIXPKGS_ALLOW_UNFREE", "1"), "nix-instantiate", "<nixpkgs>", "-A", "vscode").succeeded()).isTrue();
    }

    @Test
    void unfreePackage_allowedByPredicate_evaluatesAloneOfItsKind()
    {
        String config = "{ allowUnfreePredicate = p: builtins.elem p.pname [ \"vscode\" ]; }";

        assertThat(lab.run("nix-instantiate", "<nixpkgs>", "--arg", "config", config, "-A", "vscode").succeeded()).isTrue();
        assertThat(lab.run("nix-instantiate", "<nixpkgs>", "--arg", "config", config, "-A", "spotify").succeeded()).isFalse();
    }

    @Test
    void insecurePackage_notPermitted_isRefusedWithItsIssues()
    {
        assertThat(refusal("openssl_1_1")).contains("Package ‘openssl-1.1.1w’", "is marked as insecure, refusing to evaluate.",
                "Known issues:",
                " - OpenSSL 1.1 has been out of support", "nixpkgs.config.permittedInsecurePackages = [");
    }

    @Test
    void insecurePackage_permittedByName_evaluates()
    {
        assertThat(
                lab.run("nix-instantiate", "<nixpkgs>", "--arg", "config", "{ permittedInsecurePackages = [ \"openssl-1.1.1w\" ]; }", "-A",
                        "openssl_1_1").succeeded())
                .isTrue();
    }

    @Test
    void brokenPackage_allowedUnfree_isRefusedAsBroken()
    {
        Completed completed = lab.run(Map.of("NIXPKGS_ALLOW_UNFREE", "1"), "nix-instantiate", "<nixpkgs>", "-A", "minecraft");

        assertThat(completed.error().text()).contains("is marked as broken, refusing to evaluate.", "NIXPKGS_ALLOW_BROKEN=1");
    }

    @Test
    void alias_ofARenamedPackage_saysTheNewName()
    {
        assertThat(refusal("youtube-dl")).contains("error: 'youtube-dl' is not maintained any more; use 'yt-dlp' instead");
        assertThat(refusal("pkgconfig")).contains("'pkgconfig' has been renamed to/replaced by 'pkg-config'");
    }

    @Test
    void search_throughTheRegistry_findsByDescription()
    {
        assertThat(lab.output("nix", "search", "nixpkgs", "--json", "bonsai")).contains("cbonsai");
    }

    @Test
    void shell_throughTheRegistry_runsAProgram()
    {
        assertThat(lab.output("nix", "shell", "nixpkgs#hyperfine", "-c", "hyperfine")).isEqualTo("hyperfine 1.18.0");
    }

    @Test
    void profile_installOfAPackage_linksItsPrograms()
    {
        lab.run("nix-env", "-f", "<nixpkgs>", "-iA", "htop").orThrow();

        assertThat(lab.output("nix-env", "-q")).contains("htop-3.3.0");
        assertThat(lab.lab().root().resolve("home/.nix-profile/bin/htop")).exists();
    }

    private static Map<String, Json> packages()
    {
        Json read = JsonReader.read(lab.output("nix-env", "-f", "<nixpkgs>", "-qaP", "--json", "--meta"));
        return ((Json.Members) read).values();
    }

    private static List<String> marked(Map<String, Json> packages, String mark)
    {
        return packages.entrySet().stream()
                .filter(entry -> entry.getValue().member("meta").flatMap(meta -> meta.member(mark)).orElseThrow()
                        .equals(new Json.Truth(true)))
                .map(Map.Entry::getKey).toList();
    }

    private static String refusal(String attribute)
    {
        Completed completed = lab.run("nix-instantiate", "<nixpkgs>", "-A", attribute);
        assertThat(completed.succeeded()).isFalse();
        return completed.error().text();
    }

    private static String text(Json value, String name)
    {
        return value.member(name).flatMap(Json::asText).orElse("");
    }
}
