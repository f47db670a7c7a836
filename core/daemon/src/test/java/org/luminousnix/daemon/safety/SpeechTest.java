package org.luminousnix.daemon.safety;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechTest
{
    @ParameterizedTest
    @ValueSource(strings = {"set my hostname to x\"; users.users.root.password = \"root\"; y = \"", "call it bob\"; isNormalUser = true;",
        "motd ''; evil = 1"})
    void objection_aValueThatGoesOnAsCode_isThere(String text)
    {
        assertThat(Speech.objection(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"install firefox; then reboot", "time.timeZone = \"Europe/Paris\";", "set the motd to ''$",
        "search for \"a; b\"", "networking.firewall.allowedTCPPorts = [ 80 ];"})
    void objection_ordinarySpeech_isEmpty(String text)
    {
        assertThat(Speech.objection(text)).isEmpty();
    }
}
