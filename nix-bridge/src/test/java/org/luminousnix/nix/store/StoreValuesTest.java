package org.luminousnix.nix.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreValuesTest
{
    private static final String DIGEST = "7h7qgvs4kgzsn8a6rb273saxyqh4jxlz";
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void base32_ofTheEmptySha256_isWhatNixPrints()
    {
        // nix-hash --type sha256 --to-base32 e3b0c442…
        assertThat(Base32.encode(HexFormat.of().parseHex(EMPTY_SHA256))).isEqualTo("0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73");
    }

    @Test
    void base32_ofAnyBytes_decodesToThem()
    {
        var random = new Random(3);
        for (int length = 0; length < 70; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes), length)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "e0000000000000000000000000000000", "é0000000000000000000000000000000",
        "000000000000000000000000000000000"})
    void base32_ofWhatIsNone_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> Base32.decode(text, 20)).extracting(NixException::code)
                .isEqualTo(NixErrorCode.INVALID_HASH);
    }

    @Test
    void base32_withBitsBeyondTheBytes_isRefused()
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> Base32.decode("z" + "0".repeat(51), 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a", "0.1", ".hidden", "...", "A+b-c._d?e=f", "..x"})
    void storePath_withAGoodName_isMade(String name)
    {
        assertThat(new StorePath(DIGEST, name).baseName()).isEqualTo(DIGEST + "-" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".-x", "..-x", "a b", "a/b", "ü", "a\n", "$(id)"})
    void storePath_withABadName_isRefused(String name)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> new StorePath(DIGEST, name)).extracting(NixException::code)
                .isEqualTo(NixErrorCode.INVALID_STORE_PATH);
    }

    @Test
    void storePath_withTheLongestName_isMade()
    {
        assertThat(new StorePath(DIGEST, "a".repeat(211)).name()).hasSize(211);
    }

    @Test
    void storePath_withALongerName_isRefused()
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> new StorePath(DIGEST, "a".repeat(212)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/nix/store", "/nix/store/", "/nix/storex/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a", "/etc/passwd",
        "/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz", "/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-",
        "/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a/bin", "/nix/store/../store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a",
        "/nix/store//7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a", "/nix/store/7H7QGVS4KGZSN8A6RB273SAXYQH4JXLZ-a"})
    void parse_ofWhatIsNoPathInTheStore_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> StoreDirectory.USUAL.parse(text)).extracting(NixException::code)
                .isEqualTo(NixErrorCode.INVALID_STORE_PATH);
    }

    @Test
    void parse_ofAFullPath_isUndoneByFullPath()
    {
        String text = "/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-konsole-18.12.3";

        assertThat(StoreDirectory.USUAL.fullPath(StoreDirectory.USUAL.parse(text))).isEqualTo(text);
    }

    @Test
    void parseBelow_ofAFileInAnObject_isTheObject()
    {
        assertThat(StoreDirectory.USUAL.parseBelow("/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a/bin/x")).isEqualTo(
                new StorePath(DIGEST, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:" + EMPTY_SHA256, "sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="})
    void narHash_inEachNotation_isTheSame(String text)
    {
        NarHash hash = NarHash.parse(text);

        assertThat(hash.base16()).isEqualTo(EMPTY_SHA256);
        assertThat(hash.nix32()).isEqualTo("sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73");
        assertThat(hash.sri()).isEqualTo("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:", "sha256:E3B0", "md5:00", "sha256-!", "sha256-AAAA"})
    void narHash_ofWhatIsNone_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> NarHash.parse(text)).extracting(NixException::code)
                .isEqualTo(NixErrorCode.INVALID_HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
        "fixed:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73",
        "fixed:r:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73", "fixed:git:sha1:00000000000000000000000000000000",
        "fixed:md5:00000000000000000000000000"})
    void contentAddress_ofEachKind_isWrittenAsItIsRead(String text)
    {
        assertThat(ContentAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "sha256:x", "other:sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73", "fixed:sha3:00",
        "fixed:sha256:00"})
    void contentAddress_ofWhatIsNone_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> ContentAddress.parse(text));
    }

    @Test
    void derivedPath_ofAnObjectThatIsNoDerivation_hasNoOutputs()
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> new DerivedPath.AllOutputs(new StorePath(DIGEST, "hello")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a!b", "*", "ö"})
    void derivedPath_withABadOutputName_isRefused(String name)
    {
        var derivation = new StorePath(DIGEST, "hello.drv");

        assertThatExceptionOfType(NixException.class).isThrownBy(() -> new DerivedPath.Outputs(derivation, Set.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"hello-2.12.1,hello,2.12.1,''", "glibc-2.38-44-bin,glibc,2.38-44,bin",
        "python3.11-requests-2.31.0,python3.11-requests,2.31.0,''",
        "source,source,'',''", "xorg-server-21.1.8-dev,xorg-server,21.1.8,dev", "kernel-modules,kernel-modules,'',''",
        "hello-2.12.1.drv,hello,2.12.1,''", "nixos-system-box-24.05.1,nixos-system-box,24.05.1,''", "x-,x-,'',''"})
    void packageName_ofAStorePath_isCutAsNixDoes(String name, String packageName, String version, String output)
    {
        assertThat(PackageName.of(new StorePath(DIGEST, name))).isEqualTo(new PackageName(packageName, version, output));
    }

    // The first pairs are the manual's own.
    @ParameterizedTest
    @CsvSource({"1.0,2.3", "2.1,2.3", "2.3,2.3.1", "2.3pre1,2.3", "2.3pre3,2.3pre12", "2.3a,2.3c", "2.3pre1,2.3c", "2.3pre1,2.3q",
        "2.9,2.10",
        "2.3,2.3a", "1.0-rc1,1.0.1", "009,10", "99999999999999999998,99999999999999999999"})
    void versionOrder_ofTheLowerAndTheHigher_isThatOfNix(String lower, String higher)
    {
        var order = new VersionOrder();

        assertThat(order.compare(lower, higher)).isNegative();
        assertThat(order.compare(higher, lower)).isPositive();
        assertThat(order.compare(higher, higher)).isZero();
    }

    @Test
    void derivation_withEscapes_isReadWithoutThem()
    {
        String text = "Derive([(\"out\",\"/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-a\",\"r:sha256\",\"00ff\")],"
                + "[(\"/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-b.drv\",[\"dev\",\"out\"])],"
                + "[\"/nix/store/7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-c\"],\"x86_64-linux\",\"/bin/sh\",[\"-c\",\"a\\n\\t\\\"\\\\\\r\"],[(\"name\",\"a\")])";

        Derivation derivation = Derivation.parse(StoreDirectory.USUAL, text);

        assertThat(derivation.arguments()).isEqualTo(List.of("-c", "a\n\t\"\\\r"));
        assertThat(derivation.outputs().get("out").isFixed()).isTrue();
        assertThat(derivation.inputDerivations()).containsValue(Set.of("dev", "out"));
        assertThat(derivation.inputSources()).containsExactly(new StorePath(DIGEST, "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Derive", "Derive([],[],[],\"", "Derive([],[],[],\"a\\", "Derive([],[],[],\"s\",\"b\",[],[])x",
        "DrvWithVersion(\"xp-dyn-drv\",[],[],[],\"s\",\"b\",[],[])",
        "Derive([,],[],[],\"s\",\"b\",[],[])"})
    void derivation_ofAnotherText_isRefused(String text)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(() -> Derivation.parse(StoreDirectory.USUAL, text))
                .extracting(NixException::code).isEqualTo(NixErrorCode.UNEXPECTED_OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({"0,BUILT", "13,RESOLVES_TO_ALREADY_VALID", "14,NO_SUBSTITUTERS", "15,UNKNOWN_FAILURE", "-1,UNKNOWN_FAILURE"})
    void buildStatus_ofANumber_isItsOwn(long number, BuildResult.Status status)
    {
        assertThat(BuildResult.Status.ofNumber(number)).isEqualTo(status);
    }
}
