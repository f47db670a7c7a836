package org.luminousnix.nix.process;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessStartRuleTest
{
    @Test
    void rule_onTheModule_holds()
    {
        var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.luminousnix.nix");

        ProcessStartRule.onlyTheProcessPackageStartsProcesses().check(classes);
    }

    @Test
    void rule_onAnOffender_failsAndNamesIt()
    {
        var classes = new ClassFileImporter().importClasses(org.luminousnix.nix.testing.ProcessStartOffender.class);

        var result = ProcessStartRule.onlyTheProcessPackageStartsProcesses().evaluate(classes);

        assertThat(result.getFailureReport().toString()).contains("ProcessStartOffender.viaBuilder", "ProcessStartOffender.viaRuntime");
    }
}
