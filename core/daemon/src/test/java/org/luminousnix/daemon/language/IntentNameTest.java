package org.luminousnix.daemon.language;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntentNameTest
{
    @Test
    void intent_ofSlots_givesThemBackInOrder()
    {
        Intent intent = IntentName.PACKAGE_INSTALL.intent(Map.of("packages", List.of("jdk21"), "scope", "user"));

        assertThat(intent.name()).isEqualTo("package.install");
        assertThat(intent.slots()).containsExactly(Map.entry("packages", List.of("jdk21")), Map.entry("scope", "user"));
    }

    @Test
    void intent_ofGenerationPoints_keepsNumberAndWord()
    {
        Intent intent = IntentName.GENERATION_DIFF.intent(Map.of("from", 90, "to", "current"));

        assertThat(intent.slots()).containsExactly(Map.entry("from", 90), Map.entry("to", "current"));
    }

    @Test
    void intent_withoutSlots_isMadeForEveryName()
    {
        assertThat(IntentName.values()).allSatisfy(name -> assertThat(name.intent(Map.of()).kind()).isEqualTo(name));
    }

    @Test
    void intent_ofWrongShape_isRefused()
    {
        assertThatThrownBy(() -> IntentName.SYSTEM_REBUILD.intent(Map.of("mode", "never"))).isInstanceOf(LanguageException.class)
                .hasMessageContaining("mode cannot be 'never'");
    }
}
