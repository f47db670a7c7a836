package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What a person wants, as one typed value. There is nothing else that can be wanted.
///
/// A required text that was not said is empty; the intent is then not resolved ([Recognized]) and a question goes with it.
/// Components are the public slots in order, with `attribute` for the slot `package`. A new intent is a record here, an entry of
/// [IntentName] and a file of examples.
public sealed interface Intent
        permits Intent.PackageSearch, Intent.PackageInfo, Intent.PackageProvides, Intent.PackageInstalled,
        Intent.PackageInstall, Intent.PackageRemove, Intent.PackageTry, Intent.SystemUpdate, Intent.SystemRebuild,
        Intent.SystemRollback, Intent.SystemStatus, Intent.SystemInfo, Intent.SystemPower, Intent.GenerationList,
        Intent.GenerationDiff, Intent.GenerationDelete, Intent.StorageClean, Intent.StorageUsage, Intent.SourceList,
        Intent.SourceUpdate, Intent.SourceSwitch, Intent.OptionSearch, Intent.OptionExplain, Intent.OptionShow,
        Intent.OptionSet, Intent.ServiceEnable, Intent.ServiceDisable, Intent.ServiceStatus, Intent.ServiceRestart,
        Intent.ServiceLogs, Intent.ServiceStart, Intent.ServiceStop, Intent.ServiceList, Intent.NetworkWifi,
        ConversationIntent
{
    /// Returns the public name, such as `package.install`.
    default String name()
    {
        return kind().wireName();
    }

    /// Returns the entry of the registry.
    default IntentName kind()
    {
        return IntentName.of(this);
    }

    /// Returns what was said of the intent's slots, in order, as JSON-able values; a slot that was not said is absent.
    default Map<String, Object> slots()
    {
        return kind().slotsOf(this);
    }

    /// Software is looked for by what it does or resembles.
    record PackageSearch(String query) implements Intent
    {
        public PackageSearch
        {
            requireNonNull(query, "query is null");
        }
    }

    /// One program is asked about: what it is, its version, licence, size.
    record PackageInfo(String attribute) implements Intent
    {
        public PackageInfo
        {
            requireNonNull(attribute, "attribute is null");
        }
    }

    /// The package that ships a command or file is asked for.
    record PackageProvides(String program) implements Intent
    {
        public PackageProvides
        {
            requireNonNull(program, "program is null");
        }
    }

    /// What is installed; with an attribute, whether that is.
    record PackageInstalled(Optional<String> attribute) implements Intent
    {
        public PackageInstalled
        {
            requireNonNull(attribute, "attribute is null");
        }
    }

    /// Software is to stay.
    record PackageInstall(List<String> packages, Optional<String> version, Optional<Scope> scope) implements Intent
    {
        public PackageInstall
        {
            packages = List.copyOf(packages);
            requireNonNull(version, "version is null");
            requireNonNull(scope, "scope is null");
        }
    }

    /// Software is to go; nothing in `except` may.
    record PackageRemove(List<String> packages, List<String> except) implements Intent
    {
        public PackageRemove
        {
            packages = List.copyOf(packages);
            except = List.copyOf(except);
        }
    }

    /// One ordinary program for a moment.
    record PackageTry(List<String> packages, Optional<String> command) implements Intent
    {
        public PackageTry
        {
            packages = List.copyOf(packages);
            requireNonNull(command, "command is null");
        }
    }

    /// Inputs or channels are brought forward and the system is rebuilt.
    record SystemUpdate() implements Intent
    {}

    /// The configuration as it stands is applied.
    record SystemRebuild(Optional<RebuildMode> mode) implements Intent
    {
        public SystemRebuild
        {
            requireNonNull(mode, "mode is null");
        }
    }

    /// An earlier generation comes back; without a number, the previous one.
    record SystemRollback(Optional<Integer> generation) implements Intent
    {
        public SystemRollback
        {
            requireNonNull(generation, "generation is null");
        }
    }

    /// Version, health, failed units, pending changes.
    record SystemStatus() implements Intent
    {}

    /// A fact about this machine, read live.
    record SystemInfo(String topic) implements Intent
    {
        public SystemInfo
        {
            requireNonNull(topic, "topic is null");
        }
    }

    /// The machine restarts, stops or sleeps.
    record SystemPower(PowerAction action) implements Intent
    {
        public SystemPower
        {
            requireNonNull(action, "action is null");
        }
    }

    /// The generations are listed.
    record GenerationList() implements Intent
    {}

    /// What changed between two generations.
    record GenerationDiff(Optional<GenerationPoint> from, Optional<GenerationPoint> to) implements Intent
    {
        public GenerationDiff
        {
            requireNonNull(from, "from is null");
            requireNonNull(to, "to is null");
        }
    }

    /// Old generations go; `olderThan` is in days, `30d`.
    record GenerationDelete(Optional<String> olderThan, Optional<Integer> keep, List<Integer> generations) implements Intent
    {
        public GenerationDelete
        {
            requireNonNull(olderThan, "olderThan is null");
            requireNonNull(keep, "keep is null");
            generations = List.copyOf(generations);
        }
    }

    /// Unused store paths are collected.
    record StorageClean() implements Intent
    {}

    /// What uses the disk, the store, a package.
    record StorageUsage() implements Intent
    {}

    /// Which channel, flake inputs, commit.
    record SourceList() implements Intent
    {}

    /// Channel or lock file only; nothing is rebuilt.
    record SourceUpdate(Optional<String> input) implements Intent
    {
        public SourceUpdate
        {
            requireNonNull(input, "input is null");
        }
    }

    /// Another release or channel.
    record SourceSwitch(String channel) implements Intent
    {
        public SourceSwitch
        {
            requireNonNull(channel, "channel is null");
        }
    }

    /// The setting that does something is looked for.
    record OptionSearch(String query) implements Intent
    {
        public OptionSearch
        {
            requireNonNull(query, "query is null");
        }
    }

    /// What a named option means, its type and default.
    record OptionExplain(String option) implements Intent
    {
        public OptionExplain
        {
            requireNonNull(option, "option is null");
        }
    }

    /// The value that a setting has now.
    record OptionShow(String option) implements Intent
    {
        public OptionShow
        {
            requireNonNull(option, "option is null");
        }
    }

    /// A setting gets a value; a list option's value is what is added.
    record OptionSet(String option, Optional<OptionValue> value) implements Intent
    {
        public OptionSet
        {
            requireNonNull(option, "option is null");
            requireNonNull(value, "value is null");
        }
    }

    /// Goes on, in the configuration.
    record ServiceEnable(String service, String option) implements Intent
    {
        public ServiceEnable
        {
            requireNonNull(service, "service is null");
            requireNonNull(option, "option is null");
        }
    }

    /// Goes off, in the configuration.
    record ServiceDisable(String service, String option) implements Intent
    {
        public ServiceDisable
        {
            requireNonNull(service, "service is null");
            requireNonNull(option, "option is null");
        }
    }

    /// Whether a unit runs now.
    record ServiceStatus(String service) implements Intent
    {
        public ServiceStatus
        {
            requireNonNull(service, "service is null");
        }
    }

    /// A unit is restarted, its configuration unchanged.
    record ServiceRestart(String service) implements Intent
    {
        public ServiceRestart
        {
            requireNonNull(service, "service is null");
        }
    }

    /// What a unit wrote to the journal.
    record ServiceLogs(String service) implements Intent
    {
        public ServiceLogs
        {
            requireNonNull(service, "service is null");
        }
    }

    /// A unit is started now.
    record ServiceStart(String service) implements Intent
    {
        public ServiceStart
        {
            requireNonNull(service, "service is null");
        }
    }

    /// A unit is stopped now.
    record ServiceStop(String service) implements Intent
    {
        public ServiceStop
        {
            requireNonNull(service, "service is null");
        }
    }

    /// Which services there are or run.
    record ServiceList() implements Intent
    {}

    /// Wireless networks in reach; joining one.
    record NetworkWifi(WifiAction action, Optional<String> network) implements Intent
    {
        public NetworkWifi
        {
            requireNonNull(action, "action is null");
            requireNonNull(network, "network is null");
        }
    }
}
