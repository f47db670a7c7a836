package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.OptionValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class UntouchableTest
{
    @ParameterizedTest
    @ValueSource(strings = {"users.users.alice.password", "users.users.root.initialPassword", "networking.wireless.networks.home.psk"})
    void objection_aSecretInClear_saysWhatToUseInstead(String option)
    {
        assertThat(Untouchable.objection(option, new OptionValue.Text("hunter2")).orElseThrow()).contains("hashedPasswordFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system.activationScripts.x", "nix.settings.post-build-hook", "systemd.services.x.preStart",
        "boot.initrd.postDeviceCommands", "security.sudo.extraConfig"})
    void objection_codeThatRunsAsRoot_isThere(String option)
    {
        assertThat(Untouchable.objection(option, new OptionValue.Text("id"))).isPresent();
    }

    @Test
    void objection_aForeignCache_isThere()
    {
        OptionValue evil = new OptionValue.Items(List.of(new OptionValue.Text("http://evil.example")));

        assertThat(Untouchable.objection("nix.settings.substituters", evil)).isPresent();
    }

    @Test
    void objection_theOfficialCache_isEmpty()
    {
        OptionValue official = new OptionValue.Items(List.of(new OptionValue.Text("https://cache.nixos.org")));

        assertThat(Untouchable.objection("nix.settings.substituters", official)).isEmpty();
    }

    @Test
    void objection_signaturesOff_isThere()
    {
        assertThat(Untouchable.objection("nix.settings.require-sigs", new OptionValue.Flag(false))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"networking.hostName", "time.timeZone", "users.users.alice.hashedPasswordFile",
        "services.openssh.settings.PermitRootLogin", "users.motd"})
    void objection_anOrdinaryOption_isEmpty(String option)
    {
        assertThat(Untouchable.objection(option, new OptionValue.Text("x"))).isEmpty();
    }
}
