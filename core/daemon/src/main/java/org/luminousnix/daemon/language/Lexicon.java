package org.luminousnix.daemon.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.luminousnix.daemon.language.LanguageError.UNREADABLE_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// The words and names that the language data list. Immutable.
///
/// @param names everything that has a name
/// @param classes words that do the same work
/// @param common plain English words, which are never mended nor taken for a name
/// @param fillers what stands in the places of phrases
record Lexicon(Names names, WordClasses classes, Set<String> common, Map<String, Service> services, Map<String, Stack> stacks,
        Fillers fillers)
{
    static Lexicon load()
    {
        Names.Builder names = new Names.Builder();
        Map<String, List<String>> places = new LinkedHashMap<>();
        Yaml fillers = Yaml.ofResource("lexicon/fillers.yaml");
        fillers.keys().forEach(place -> places.put(place, fillers.at(place).texts()));
        places.put("package", addPackages(names));
        List<String> serviceSayings = new ArrayList<>();
        Map<String, Service> services = services(names, serviceSayings);
        places.put("service", serviceSayings);
        List<String> stackSayings = new ArrayList<>();
        Map<String, Stack> stacks = stacks(names, stackSayings);
        places.put("stack", stackSayings);
        places.get("group").forEach(group -> names.add(group, new Name(Name.Kind.GROUP, group)));
        places.get("channel").forEach(channel -> names.add(channel, new Name(Name.Kind.CHANNEL, channel)));
        places.get("concept").forEach(concept -> names.add(concept, new Name(Name.Kind.CONCEPT, concept)));
        places.get("library").forEach(library -> names.add(library, new Name(Name.Kind.LIBRARY, library)));
        WordClasses classes = new WordClasses(Yaml.ofResource("lexicon/classes.yaml"));
        return new Lexicon(names.build(), classes, commonWords(), services, stacks, new Fillers(places));
    }

    /// Returns the service that a saying means.
    Optional<Service> service(String saying)
    {
        return names.named(saying).stream().filter(name -> name.kind() == Name.Kind.SERVICE).findFirst()
                .map(name -> services.get(name.value()));
    }

    private static List<String> addPackages(Names.Builder names)
    {
        Yaml said = Yaml.ofResource("lexicon/packages.yaml").at("said");
        Set<String> sayings = new LinkedHashSet<>();
        for (String attribute : said.keys()) {
            String last = attribute.substring(attribute.lastIndexOf('.') + 1);
            names.add(last, new Name(Name.Kind.PACKAGE, attribute));
            sayings.add(last);
            for (String saying : said.at(attribute).texts()) {
                names.add(saying, new Name(Name.Kind.PACKAGE, attribute));
                sayings.add(saying);
            }
        }
        return List.copyOf(sayings);
    }

    private static Map<String, Service> services(Names.Builder names, List<String> sayings)
    {
        Yaml yaml = Yaml.ofResource("lexicon/services.yaml");
        Map<String, Service> services = new HashMap<>();
        for (String name : yaml.keys()) {
            Yaml entry = yaml.at(name);
            services.put(name, new Service(name, entry.at("option").text(), entry.at("unit").text()));
            names.add(name, new Name(Name.Kind.SERVICE, name));
            for (String saying : entry.at("said").texts()) {
                names.add(saying, new Name(Name.Kind.SERVICE, name));
                sayings.add(saying);
            }
        }
        return services;
    }

    private static Map<String, Stack> stacks(Names.Builder names, List<String> sayings)
    {
        Yaml yaml = Yaml.ofResource("lexicon/stacks.yaml");
        Map<String, Stack> stacks = new HashMap<>();
        for (String name : yaml.keys()) {
            Yaml entry = yaml.at(name);
            stacks.put(name, new Stack(name, entry.at("libraries").text(), entry.at("packages").texts()));
            for (String saying : entry.at("said").texts()) {
                names.add(saying, new Name(Name.Kind.STACK, name));
                sayings.add(saying);
            }
        }
        return stacks;
    }

    private static Set<String> commonWords()
    {
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon/words.txt")) {
            return new HashSet<>(List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+")));
        }
        catch (IOException e) {
            throw languageException(UNREADABLE_DATA, "lexicon/words.txt: %s", e.getMessage());
        }
    }
}
