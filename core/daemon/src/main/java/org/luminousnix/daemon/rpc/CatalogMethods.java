package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.CatalogStatus;
import org.luminousnix.protocol.OptionDetail;
import org.luminousnix.protocol.OptionHits;
import org.luminousnix.protocol.PackageDetail;
import org.luminousnix.protocol.PackageHits;

import java.util.Optional;
import java.util.OptionalInt;

/// What exists: packages, options, programs.
public interface CatalogMethods
{
    /// Searches packages by name, program, alias or description; best first.
    ///
    /// @param query words, a name, or the beginning of one
    /// @param limit how many to return at most
    @JsonRpcMethod("catalog.searchPackages")
    PackageHits searchPackages(@JsonRpcParam("query") String query, @JsonRpcParam("limit") OptionalInt limit);

    /// Searches options by name or description; best first.
    ///
    /// @param query words, a name, or the beginning of one
    /// @param limit how many to return at most
    /// @param source `nixos` or `home`; both without it
    @JsonRpcMethod("catalog.searchOptions")
    OptionHits searchOptions(@JsonRpcParam("query") String query, @JsonRpcParam("limit") OptionalInt limit,
            @JsonRpcParam("source") Optional<String> source);

    /// Says everything that is known of a package.
    ///
    /// @param attribute its attribute path
    @JsonRpcMethod("catalog.package")
    PackageDetail describePackage(@JsonRpcParam("attribute") String attribute);

    /// Says everything that is known of an option.
    ///
    /// @param name its path
    @JsonRpcMethod("catalog.option")
    OptionDetail describeOption(@JsonRpcParam("name") String name);

    /// Says which packages bring a program.
    ///
    /// @param program the name of the program
    /// @param limit how many to return at most
    @JsonRpcMethod("catalog.providers")
    PackageHits providers(@JsonRpcParam("program") String program, @JsonRpcParam("limit") OptionalInt limit);

    /// Says where the catalogue comes from and how fresh it is.
    @JsonRpcMethod("catalog.status")
    CatalogStatus catalogStatus();

    /// Reads the sources again where they changed; searches go on meanwhile.
    @JsonRpcMethod("catalog.refresh")
    CatalogStatus refreshCatalog();
}
