package org.luminousnix.nix;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luminousnix.nix.NixErrorCode.BUILD_FAILED;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixException.nixException;

class NixExceptionTest
{
    @Test
    void nixException_withArguments_formatsThem()
    {
        var exception = nixException(BUILD_FAILED, "builder of '%s' failed with %d", "hello", 2);

        assertThat(exception).hasMessage("builder of 'hello' failed with 2");
        assertThat(exception.code()).isEqualTo(BUILD_FAILED);
    }

    @Test
    void nixException_withoutArguments_takesTheMessageAsItIs()
    {
        assertThat(nixException(BUILD_FAILED, "disk is 100% full")).hasMessage("disk is 100% full");
    }

    @Test
    void nixException_withCause_keepsIt()
    {
        var cause = new IOException("gone");

        assertThat(nixException(FILE_INACCESSIBLE, cause, "cannot read %s", "a.nix")).hasCause(cause).hasMessage("cannot read a.nix");
    }
}
