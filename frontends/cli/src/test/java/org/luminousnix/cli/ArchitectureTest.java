package org.luminousnix.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// What the client may know: the protocol, Picocli, and the JDK.
class ArchitectureTest
{
    private static JavaClasses client;

    @BeforeAll
    static void read()
    {
        client = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.luminousnix.cli");
    }

    @Test
    void client_dependsOnTheProtocolAlone()
    {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.luminousnix.cli", "org.luminousnix.protocol", "picocli..", "java..")
                .check(client);
    }

    @Test
    void processes_areStartedByOneClass()
    {
        noClasses().that().doNotHaveSimpleName("Processes")
                .should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class)
                .orShould().callMethod(Runtime.class, "exec", String[].class)
                .check(client);
    }

    @Test
    void picocli_isUsedForArgumentsAlone()
    {
        noClasses().that().haveSimpleNameNotContaining("CommandLineReader")
                .should().dependOnClassesThat().resideInAPackage("picocli..")
                .check(client);
    }
}
