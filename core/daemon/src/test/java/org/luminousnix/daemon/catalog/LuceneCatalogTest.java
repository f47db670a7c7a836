package org.luminousnix.daemon.catalog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LuceneCatalogTest
{
    private static final String PACKAGES = """
                                           {"version": 2, "packages": {
                                             "ripgrep": {"pname": "ripgrep", "version": "14.1.0", "outputs": {"out": null}, "meta": {"mainProgram": "rg",
                                               "description": "A utility that combines the usability of The Silver Searcher with the raw speed of grep",
                                               "homepage": ["https://github.com/BurntSushi/ripgrep"], "license": [{"spdxId": "MIT"}, {"shortName": "unlicense"}]}},
                                             "spotify": {"name": "spotify-1.2.31", "meta": {"description": "Play music from the Spotify music service",
                                               "license": {"free": false, "fullName": "Unfree"}, "unfree": true}},
                                             "kdePackages.okular": {"pname": "okular", "version": "24.05", "meta": {"description": "KDE document viewer", "license": "GPL"}},
                                             "coreutils": {"pname": "coreutils", "version": "9.5", "meta": {"description": "The GNU Core Utilities"}},
                                             "oldjs": {"pname": "oldjs", "version": "1", "meta": {"broken": true, "knownVulnerabilities": ["CVE-2024-1"]}}}}
                                           """;
    private static final String OPTIONS = """
                                          {"users.users.<name>.shell": {"type": "package", "description": "The path to the user's shell.", "declarations": ["a.nix"],
                                             "default": {"_type": "literalExpression", "text": "pkgs.shadow"}, "readOnly": false},
                                           "services.openssh.enable": {"type": "boolean", "description": "Whether to enable the OpenSSH secure shell daemon.",
                                             "declarations": [{"name": "<nixpkgs/nixos/sshd.nix>", "url": "https://example.org"}], "default": "false"},
                                           "hardware.bluetooth.powerOnBoot": {"type": "boolean", "description": "Whether to power up the default Bluetooth controller on boot."}}
                                          """;

    @TempDir
    Path directory;
    private CatalogSources sources;
    private LuceneCatalog catalog;

    @BeforeEach
    void open() throws IOException, SQLException
    {
        Path packages = Files.writeString(directory.resolve("packages.json"), PACKAGES);
        Path options = Files.writeString(directory.resolve("options.json"), OPTIONS);
        Path programs = directory.resolve("programs.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + programs);
                Statement statement = connection.createStatement()) {
            statement.execute("create table Programs(name text, system text, package text)");
            statement.execute("insert into Programs values ('tac', 'x86_64-linux', 'coreutils'), ('tac', 'i686-linux', 'coreutils')");
        }
        sources = new CatalogSources(Optional.of(packages), Optional.of(options), Optional.empty(), Optional.of(programs));
        catalog = LuceneCatalog.open(directory.resolve("index"), sources);
        catalog.ready().join();
    }

    @AfterEach
    void close()
    {
        catalog.close();
    }

    @Test
    void packageAt_exactAttribute_readsEveryField()
    {
        assertThat(catalog.packageAt("ripgrep")).hasValueSatisfying(found -> {
            assertThat(found.version()).isEqualTo("14.1.0");
            assertThat(found.licenses()).containsExactly("MIT", "unlicense");
            assertThat(found.programs()).containsExactly("rg");
            assertThat(found.homepage()).hasValue("https://github.com/BurntSushi/ripgrep");
        });
    }

    @Test
    void packageAt_nameWithVersionOnly_splitsIt()
    {
        assertThat(catalog.packageAt("spotify")).hasValueSatisfying(found -> {
            assertThat(found.pname()).isEqualTo("spotify");
            assertThat(found.version()).isEqualTo("1.2.31");
            assertThat(found.unfree()).isTrue();
        });
    }

    @Test
    void packageAt_knownVulnerabilities_isInsecureAndBroken()
    {
        assertThat(catalog.packageAt("oldjs")).hasValueSatisfying(found -> {
            assertThat(found.insecure()).isTrue();
            assertThat(found.broken()).isTrue();
            assertThat(found.knownVulnerabilities()).containsExactly("CVE-2024-1");
        });
    }

    @Test
    void searchPackages_typo_findsTheMeant()
    {
        assertThat(attributes("spotfiy")).startsWith("spotify");
    }

    @Test
    void searchPackages_descriptionWords_findsThePackage()
    {
        assertThat(attributes("document viewers")).startsWith("kdePackages.okular");
    }

    @Test
    void searchPackages_queryLanguage_isOnlyText()
    {
        assertThat(attributes("ripgrep AND (name:* OR [a TO z]~9)")).startsWith("ripgrep");
    }

    @Test
    void searchPackages_noWords_findsNothing()
    {
        assertThat(catalog.searchPackages(" \u202e !!! \0", 10)).isEmpty();
    }

    @Test
    void searchPackages_megabyteOfText_isAnswered()
    {
        assertThat(attributes("ripgrep " + "a".repeat(500_000) + " x".repeat(250_000))).startsWith("ripgrep");
    }

    @Test
    void providers_ofShippedCommand_readsTheProgramsDatabase()
    {
        assertThat(catalog.providers("tac")).extracting(PackageEntry::attribute).containsExactly("coreutils");
    }

    @Test
    void packagesNamed_lastPart_findsTheMember()
    {
        assertThat(catalog.packagesNamed("Okular")).extracting(PackageEntry::attribute).containsExactly("kdePackages.okular");
    }

    @Test
    void didYouMean_nearName_saysTheName()
    {
        assertThat(catalog.didYouMean("ripgerp", 3)).startsWith("ripgrep");
    }

    @Test
    void option_instanceOfPlaceholder_findsTheDeclaration()
    {
        assertThat(catalog.option("users.users.alice.shell")).map(OptionEntry::name).hasValue("users.users.<name>.shell");
    }

    @Test
    void option_unknownPath_isEmpty()
    {
        assertThat(catalog.option("users.users.alice.shel")).isEmpty();
    }

    @Test
    void searchOptions_wordsInsideCamelCase_areFound()
    {
        assertThat(catalog.searchOptions("bluetooth power boot", 5, Optional.empty()).getFirst().entry().name())
                .isEqualTo("hardware.bluetooth.powerOnBoot");
    }

    @Test
    void searchOptions_ofAnotherSource_findsNothing()
    {
        assertThat(catalog.searchOptions("openssh", 5, Optional.of(OptionSource.HOME))).isEmpty();
    }

    @Test
    void open_again_usesTheFinishedIndex()
    {
        var built = catalog.status().built();

        try (var again = LuceneCatalog.open(directory.resolve("index"), sources)) {
            assertThat(again.ready()).isDone();
            assertThat(again.status().built()).isEqualTo(built);
            assertThat(again.packageAt("ripgrep")).isPresent();
        }
    }

    @Test
    void refresh_afterSourceChanged_answersFromTheNewOne() throws IOException
    {
        Files.writeString(directory.resolve("packages.json"), "{\"fresh\": {\"name\": \"fresh-2.0\", \"meta\": {}}}");

        catalog.refresh(sources).join();

        assertThat(catalog.packageAt("fresh")).isPresent();
        assertThat(catalog.packageAt("ripgrep")).isEmpty();
        assertThat(directory.resolve("index"))
                .isDirectoryContaining(path -> path.getFileName().toString().equals(catalog.status().sources()));
        try (Stream<Path> left = Files.list(directory.resolve("index"))) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void refresh_malformedSource_keepsTheOldIndexAndSaysWhy() throws IOException
    {
        Files.writeString(directory.resolve("packages.json"), "{\"packages\": {\"a\": {\"pname\": ");

        assertThatThrownBy(() -> catalog.refresh(sources).join()).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CatalogException.class);

        assertThat(catalog.packageAt("ripgrep")).isPresent();
        assertThat(catalog.status().failure()).hasValueSatisfying(why -> assertThat(why).contains("packages.json"));
    }

    private List<String> attributes(String query)
    {
        return catalog.searchPackages(query, 10).stream().map(hit -> hit.entry().attribute()).toList();
    }
}
