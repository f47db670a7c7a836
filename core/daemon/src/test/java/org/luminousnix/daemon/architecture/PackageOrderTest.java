package org.luminousnix.daemon.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.luminousnix.nix.process.ProcessStartRule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/// Which package of the daemon may know which other: the order in which a request passes through them.
class PackageOrderTest
{
    private static final String ROOT = "org.luminousnix.daemon.";
    private static final String NIX = "org.luminousnix.nix..";
    private static final String PROTOCOL = "org.luminousnix.protocol..";
    private static final Map<String, List<String>> MAY_KNOW = mayKnow();

    private static JavaClasses daemon;

    private static Map<String, List<String>> mayKnow()
    {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("catalog", List.of(NIX));
        known.put("language", List.of(ROOT + "catalog.."));
        known.put("facts", List.of(NIX));
        known.put("diagnosis", List.of(ROOT + "catalog..", NIX));
        known.put("memory", List.of());
        known.put("planning", List.of(ROOT + "language..", ROOT + "catalog..", ROOT + "diagnosis..", ROOT + "facts..", NIX));
        known.put("safety", List.of(ROOT + "planning.."));
        known.put("execution", List.of(ROOT + "facts..", ROOT + "planning..", ROOT + "safety..", ROOT + "memory..", NIX));
        known.put("explanation", List.of(ROOT + "language..", ROOT + "planning..", ROOT + "safety..", ROOT + "memory.."));
        known.put("rpc", List.of(PROTOCOL));
        return known;
    }

    @BeforeAll
    static void read()
    {
        daemon = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.luminousnix.daemon");
    }

    @TestFactory
    Stream<DynamicTest> packages_knowOnlyThoseBeforeThem()
    {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> rule(entry.getKey(), entry.getValue()).check(daemon)));
    }

    @Test
    void packages_areAllInTheOrder()
    {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : daemon) {
            if (type.getPackageName().startsWith(ROOT)) {
                found.add(type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0]);
            }
        }
        Set<String> ordered = new TreeSet<>(MAY_KNOW.keySet());
        ordered.add("app");
        assertThat(ordered).containsAll(found);
    }

    @Test
    void processes_areStartedByTheBridgeAlone()
    {
        ProcessStartRule.onlyTheProcessPackageStartsProcesses().check(daemon);
    }

    /// A package may know itself, what the table lists, and everything that is not the project's.
    private static ArchRule rule(String name, List<String> known)
    {
        List<String> all = new ArrayList<>(known);
        all.add(ROOT + name + "..");
        return classes().that().resideInAPackage(ROOT + name + "..")
                .should().onlyDependOnClassesThat(isForeign().or(JavaClass.Predicates.resideInAnyPackage(all.toArray(String[]::new))))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> isForeign()
    {
        return DescribedPredicate.describe("are not the project's", type -> !type.getPackageName().startsWith("org.luminousnix"));
    }
}
