package org.luminousnix.daemon.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How likely a package or an option is meant before anything was said, from 0 to 1.
final class Priors
{
    private static final double KNOWN = 0.7;
    private static final double OTHER_SET = 0.3;

    private final Map<String, Double> popular = new HashMap<>();
    private final Map<String, Double> sets = new HashMap<>();
    private final Set<String> homes = new HashSet<>();
    private final Set<String> modules = new HashSet<>();

    /// @param knownNames the packages that the knowledge files name
    /// @param knownOptions the options that they name
    Priors(Set<String> knownNames, Set<String> knownOptions)
    {
        knownOptions.forEach(option -> modules.add(module(option)));
        knownNames.forEach(name -> popular.put(name, KNOWN));
        for (KnowledgeFile.Entry entry : KnowledgeFile.read("popular.txt")) {
            double weight = Double.parseDouble(entry.left().getFirst());
            entry.right().forEach(name -> popular.merge(name, weight, Math::max));
        }
        for (KnowledgeFile.Entry entry : KnowledgeFile.read("sets.txt")) {
            double weight = Double.parseDouble(entry.left().getFirst());
            entry.right().forEach(set -> addSet(set, weight));
        }
    }

    // A star marks a set of whole programs, which people name without the set: kdePackages.kate is kate.
    private void addSet(String set, double weight)
    {
        if (set.endsWith("*")) {
            homes.add(set.substring(0, set.length() - 1));
        }
        sets.put(set.replace("*", ""), weight);
    }

    /// Tells whether people name the members of this set without it.
    boolean isHome(String set)
    {
        return set.isEmpty() || homes.contains(set);
    }

    double ofPackage(PackageReader.Row row, boolean optionDefault)
    {
        PackageEntry entry = row.entry();
        int dot = entry.attribute().lastIndexOf('.');
        String set = dot < 0 ? "" : entry.attribute().substring(0, dot);
        String last = entry.attribute().substring(dot + 1);
        double setWeight = setWeight(set);
        Double curated = popular.get(entry.attribute());
        if (curated == null && isHome(set)) {
            curated = popular.get(last);
        }
        double signals = signals(row, optionDefault) * shape(last);
        double prior = curated == null ? setWeight * signals : Math.max(setWeight * signals, curated * (set.isEmpty() ? 1 : setWeight));
        return entry.broken() || entry.insecure() ? prior * 0.85 : prior;
    }

    private double setWeight(String set)
    {
        if (set.isEmpty()) {
            return 1;
        }
        Double weight = sets.get(set);
        if (weight != null) {
            return weight;
        }
        int dot = set.indexOf('.');
        return dot < 0 ? OTHER_SET : Math.min(OTHER_SET, sets.getOrDefault(set.substring(0, dot), OTHER_SET));
    }

    private static double signals(PackageReader.Row row, boolean optionDefault)
    {
        double signals = 0.18;
        signals += row.mainProgram() ? 0.12 : 0;
        signals += row.entry().programs().isEmpty() ? 0 : 0.08;
        signals += row.entry().description().isEmpty() ? 0 : 0.05;
        signals += row.entry().homepage().isEmpty() ? 0 : 0.02;
        signals += optionDefault ? 0.15 : 0;
        return signals;
    }

    private static double shape(String last)
    {
        if (last.endsWith("-unwrapped") || last.endsWith("-headless") || last.endsWith("Minimal") || last.endsWith("-minimal")) {
            return 0.6;
        }
        if (last.startsWith("lib") && !last.startsWith("libre")) {
            return 0.8;
        }
        int underscore = last.lastIndexOf('_');
        boolean oldVersion = underscore > 0 && underscore + 1 < last.length() && Character.isDigit(last.charAt(underscore + 1));
        return oldVersion ? 0.75 : 1;
    }

    double ofOption(OptionEntry option)
    {
        String[] path = option.name().split("\\.");
        String leaf = path[path.length - 1];
        double prior = Math.pow(0.94, Math.max(0, path.length - 3));
        prior *= leaf.equals("enable") && path.length <= 4 ? 1.15 : 1;
        prior *= leaf.equals("package") || leaf.equals("extraConfig") || leaf.equals("finalPackage") ? 0.8 : 1;
        prior *= option.name().contains("<name>") || option.name().contains("*") ? 0.85 : 1;
        prior *= option.source() == OptionSource.HOME ? 0.8 : 1;
        prior *= option.readOnly() ? 0.7 : 1;
        prior *= modules.contains(module(option.name())) ? 1 : 0.75;
        prior *= rootWeight(path[0]);
        return Math.min(1, prior / 1.15);
    }

    // The first two parts of a path: what a person calls the thing that is configured.
    private static String module(String path)
    {
        int first = path.indexOf('.');
        int second = path.indexOf('.', first + 1);
        return second < 0 ? path : path.substring(0, second);
    }

    private static double rootWeight(String root)
    {
        return switch (root) {
            case "_module", "containers", "specialisation", "meta", "system", "lib", "test-support" -> 0.6;
            case "services", "programs", "hardware", "networking", "boot", "users", "nix", "environment", "virtualisation", "security" -> 1;
            default -> 0.95;
        };
    }
}
