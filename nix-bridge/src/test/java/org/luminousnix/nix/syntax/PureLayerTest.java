package org.luminousnix.nix.syntax;

import java.io.File;
import java.io.FileInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class PureLayerTest
{
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.luminousnix.nix.syntax", "org.luminousnix.nix.configuration");

    @Test
    void syntaxAndConfiguration_butForTheirFiles_touchNoFile()
    {
        noClasses().that().doNotHaveSimpleName("ConfigurationFiles").and().doNotHaveSimpleName("NixFile").should().dependOnClassesThat()
                .belongToAnyOf(Files.class, File.class, FileChannel.class, FileInputStream.class, Process.class, ProcessBuilder.class)
                .check(CLASSES);
    }

    @Test
    void configuration_butForItsReader_doesNotKnowTheReader()
    {
        noClasses().that().haveSimpleName("Configuration").should().dependOnClassesThat().haveSimpleName("ConfigurationFiles")
                .check(CLASSES);
    }

    @Test
    void syntax_dependsOnNoOtherPackageOfOurs()
    {
        noClasses().that().resideInAPackage("org.luminousnix.nix.syntax").should().dependOnClassesThat()
                .resideInAnyPackage("org.luminousnix.nix.configuration",
                        "org.luminousnix.nix.process", "org.luminousnix.nix.store")
                .check(CLASSES);
    }
}
