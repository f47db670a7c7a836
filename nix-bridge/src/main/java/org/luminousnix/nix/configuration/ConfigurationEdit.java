package org.luminousnix.nix.configuration;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// What may be changed in a configuration.
///
/// Where an edit names an option, `home.packages` and the like mean those of the home-manager files, wherever they are mounted.
public sealed interface ConfigurationEdit
{
    /// The option that holds the packages of the whole system.
    OptionPath SYSTEM_PACKAGES = OptionPath.of("environment", "systemPackages");

    /// Puts a package into a list of packages, which is created where there is none.
    ///
    /// @param list the option: `environment.systemPackages`, `users.users.<name>.packages`, `home.packages`, `fonts.packages`
    /// @param attribute the attribute path of the package below `pkgs`
    record AddPackage(OptionPath list, OptionPath attribute) implements ConfigurationEdit
    {
        public AddPackage
        {
            requireNonNull(list, "list is null");
            requireNonNull(attribute, "attribute is null");
        }
    }

    /// Takes a package out of a list of packages, wherever it stands.
    record RemovePackage(OptionPath list, OptionPath attribute) implements ConfigurationEdit
    {
        public RemovePackage
        {
            requireNonNull(list, "list is null");
            requireNonNull(attribute, "attribute is null");
        }
    }

    /// Gives an option a value; a set is merged into what is there, attribute by attribute.
    record SetOption(OptionPath option, NixValue value) implements ConfigurationEdit
    {
        public SetOption
        {
            requireNonNull(option, "option is null");
            requireNonNull(value, "value is null");
        }
    }

    /// Takes away every value that is written for an option.
    record UnsetOption(OptionPath option) implements ConfigurationEdit
    {
        public UnsetOption
        {
            requireNonNull(option, "option is null");
        }
    }

    /// Puts an element into the list of an option, which is created where there is none.
    record AddToList(OptionPath option, NixValue element) implements ConfigurationEdit
    {
        public AddToList
        {
            requireNonNull(option, "option is null");
            requireNonNull(element, "element is null");
        }
    }

    /// Takes an element out of the list of an option, wherever it stands.
    record RemoveFromList(OptionPath option, NixValue element) implements ConfigurationEdit
    {
        public RemoveFromList
        {
            requireNonNull(option, "option is null");
            requireNonNull(element, "element is null");
        }
    }

    /// Makes the configuration import a file.
    record AddImport(NixValue.Path file) implements ConfigurationEdit
    {
        public AddImport
        {
            requireNonNull(file, "file is null");
        }
    }

    /// Makes the configuration import a file no longer.
    record RemoveImport(NixValue.Path file) implements ConfigurationEdit
    {
        public RemoveImport
        {
            requireNonNull(file, "file is null");
        }
    }

    /// Adds a person who can log in, or completes one who is there.
    record AddUser(String name, Optional<String> fullName, List<String> groups) implements ConfigurationEdit
    {
        public AddUser
        {
            requireNonNull(name, "name is null");
            requireNonNull(fullName, "fullName is null");
            groups = List.copyOf(groups);
            if (!name.matches("[a-z_][a-z0-9_-]{0,31}")) {
                throw nixException(INVALID_ARGUMENT, "not a name that a user can have: %s", name);
            }
        }
    }

    /// Takes a user away; the home directory is not touched.
    record RemoveUser(String name) implements ConfigurationEdit
    {
        public RemoveUser
        {
            requireNonNull(name, "name is null");
        }
    }

    /// Sets where a flake's input comes from; an input that is not there is added, and named among the arguments of the outputs.
    record SetFlakeInput(String name, String url) implements ConfigurationEdit
    {
        public SetFlakeInput
        {
            requireNonNull(name, "name is null");
            requireNonNull(url, "url is null");
            if (!NixPrinter.isIdentifier(name)) {
                throw nixException(INVALID_ARGUMENT, "not a name for an input of a flake: %s", name);
            }
        }
    }

    static ConfigurationEdit addPackage(String attribute)
    {
        return new AddPackage(SYSTEM_PACKAGES, OptionPath.parse(attribute));
    }

    static ConfigurationEdit removePackage(String attribute)
    {
        return new RemovePackage(SYSTEM_PACKAGES, OptionPath.parse(attribute));
    }

    static ConfigurationEdit setOption(String option, NixValue value)
    {
        return new SetOption(OptionPath.parse(option), value);
    }

    static ConfigurationEdit unsetOption(String option)
    {
        return new UnsetOption(OptionPath.parse(option));
    }
}
