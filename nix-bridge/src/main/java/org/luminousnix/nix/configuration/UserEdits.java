package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What adding a user comes to, in single options.
final class UserEdits
{
    private UserEdits()
    {}

    static OptionPath option(String name)
    {
        return OptionPath.of("users", "users", name);
    }

    static List<ConfigurationEdit> add(List<Source> sources, ConfigurationEdit.AddUser user)
    {
        OptionPath option = option(user.name());
        Map<String, NixValue> values = new LinkedHashMap<>();
        values.put("isNormalUser", NixValue.of(true));
        user.fullName().ifPresent(name -> values.put("description", NixValue.of(name)));
        boolean written = new OptionEditor(sources, option).isWritten();
        if (!written && !user.groups().isEmpty()) {
            values.put("extraGroups", NixValue.of(user.groups().stream().map(NixValue::of).toList()));
        }
        List<ConfigurationEdit> edits = new ArrayList<>();
        edits.add(new ConfigurationEdit.SetOption(option, NixValue.of(values)));
        if (written) {
            user.groups().forEach(group -> edits.add(new ConfigurationEdit.AddToList(option.child("extraGroups"), NixValue.of(group))));
        }
        return edits;
    }
}
