package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;

/// Finds where an option is given a value, in all files.
final class OptionValues
{
    private OptionValues()
    {}

    /// Returns the places where exactly this option is set.
    static List<Found> of(List<Source> sources, List<String> option)
    {
        List<Found> found = new ArrayList<>();
        for (Source source : sources) {
            for (Definition definition : source.module().definitions()) {
                if (isSame(definition.path(), option)) {
                    found.add(new Found(source, definition));
                }
            }
        }
        return found;
    }

    /// Returns the places where attributes below the option are set.
    static List<Found> below(List<Source> sources, List<String> option)
    {
        List<Found> found = new ArrayList<>();
        for (Source source : sources) {
            for (Definition definition : source.module().definitions()) {
                List<String> path = definition.path();
                if (path.size() > option.size() && isSame(path.subList(0, lengthOf(path, option)), option)) {
                    found.add(new Found(source, definition));
                }
            }
        }
        return found;
    }

    /// Returns the lists that the option is put together from.
    static List<FoundList> lists(List<Source> sources, List<String> option)
    {
        List<FoundList> lists = new ArrayList<>();
        for (Found found : of(sources, option)) {
            for (ListSite site : ListSites.of(found.definition().value(), found.definition().surroundings()).sites()) {
                lists.add(new FoundList(found, site));
            }
        }
        return lists;
    }

    // The options of a home are named from the home, wherever it is mounted.
    private static boolean isSame(List<String> path, List<String> option)
    {
        if (path.equals(option)) {
            return true;
        }
        boolean mounted = path.size() == option.size() + 3 && path.get(0).equals("home-manager") && path.get(1).equals("users");
        return mounted && option.getFirst().equals("home") && path.subList(3, path.size()).equals(option);
    }

    private static int lengthOf(List<String> path, List<String> option)
    {
        boolean mounted = path.size() > option.size() + 3 && path.getFirst().equals("home-manager") && option.getFirst().equals("home");
        return mounted ? option.size() + 3 : option.size();
    }

    /// One place where an option is set.
    record Found(Source source, Definition definition)
    {}

    /// One list of an option.
    record FoundList(Found found, ListSite site)
    {
        Source source()
        {
            return found.source();
        }

        boolean isConditional()
        {
            return site.conditional() || found.definition().conditional();
        }
    }
}
