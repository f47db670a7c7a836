package org.luminousnix.nix;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/// The values of the store know nothing of files, sockets, processes and threads, nor of the packages that do.
class PureLayerTest
{
    private static final JavaClasses STORE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.luminousnix.nix.store");

    @Test
    void store_isFound()
    {
        assertThat(STORE).hasSizeGreaterThan(10);
    }

    @Test
    void store_touchesNoInputOrOutput()
    {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio.channels..", "java.util.concurrent..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.nio.file.Files")
                .orShould().dependOnClassesThat().areAssignableTo(Process.class)
                .check(STORE);
    }

    @Test
    void store_knowsNoOtherPackageOfTheModule()
    {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.luminousnix.nix.daemon..", "org.luminousnix.nix.process..", "org.luminousnix.nix.activity..",
                        "org.luminousnix.nix.build..", "org.luminousnix.nix.system..", "org.luminousnix.nix.generation..")
                .check(STORE);
    }
}
