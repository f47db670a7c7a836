package org.luminousnix.nix.process;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;

import java.util.Set;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// The rule that one package alone starts processes; every module of the project holds itself to it.
public final class ProcessStartRule
{
    private static final Set<String> STARTERS = Set.of("java.lang.ProcessBuilder", "java.lang.Runtime");

    private ProcessStartRule()
    {}

    /// Returns the rule that no class outside of `org.luminousnix.nix.process` makes a ProcessBuilder or calls `Runtime.exec`.
    public static ArchRule onlyTheProcessPackageStartsProcesses()
    {
        return noClasses().that().resideOutsideOfPackage("org.luminousnix.nix.process")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould().callMethodWhere(isExec())
                .because("one class has the limits, the environment, the sandbox and the end of every child in its hand");
    }

    private static DescribedPredicate<JavaMethodCall> isExec()
    {
        return DescribedPredicate.describe("starts a process",
                call -> STARTERS.contains(call.getTargetOwner().getName()) && Set.of("exec", "start").contains(call.getName()));
    }
}
