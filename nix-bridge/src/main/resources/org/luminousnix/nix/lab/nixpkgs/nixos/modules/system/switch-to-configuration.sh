# switch-to-configuration switch|boot|test|dry-activate|check
#
# Exit codes: 0 done, 1 check or boot loader failed or wrong usage, 2 activation failed, 4 units failed, 100 restart needed.
# Each run adds one line of JSON to $ROOT/var/log/switch-to-configuration.log.
PATH=/usr/bin:/bin:/run/current-system/sw/bin
action=$1
code=0
stopped= started= restarted= reloaded= failed=

record() {
    mkdir -p "$ROOT/var/log"
    printf '{"time":"%s","action":"%s","system":"%s","installBootloader":%s,"stopped":[%s],"restarted":[%s],"reloaded":[%s],"started":[%s],"failed":[%s],"exit":%d}\n' \
        "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$action" "$OUT" "$([ "$NIXOS_INSTALL_BOOTLOADER" = 1 ] && echo true || echo false)" \
        "$(quoted $stopped)" "$(quoted $restarted)" "$(quoted $reloaded)" "$(quoted $started)" "$(quoted $failed)" "$code" \
        >> "$ROOT/var/log/switch-to-configuration.log"
}
quoted() { comma=; for unit in "$@"; do printf '%s"%s"' "$comma" "$unit"; comma=,; done; }
listed() { comma=; for unit in "$@"; do printf '%s%s' "$comma" "$unit"; comma=', '; done; }
say() { verb=$1; shift; [ $# -eq 0 ] || echo "$verb the following units: $(listed "$@")" >&2; }
end() { code=$1; record; exit "$code"; }

case "$action" in
    switch | boot | test | dry-activate | check) ;;
    *)
        cat >&2 <<USAGE
Usage: $0 [check|switch|boot|test|dry-activate]
check:        run pre-switch checks and exit
switch:       make the configuration the boot default and activate now
boot:         make the configuration the boot default
test:         activate the configuration, but don't make it the boot default
dry-activate: show what would be done if this configuration were activated
USAGE
        exit 1
        ;;
esac

mkdir -p "$ROOT/run/nixos"
exec 9> "$ROOT/run/nixos/switch-to-configuration.lock"
flock -n 9 || { echo "Could not acquire lock" >&2; exit 1; }

if [ "$NIXOS_NO_CHECK" != 1 ]; then
    ( preSwitchChecks ) || { echo "Pre-switch checks failed" >&2; end 1; }
fi
[ "$action" != check ] || end 0

# One entry per generation, the profile's own as the default; entries of generations that are gone are taken away.
entry() {
    number=$1 system=$2
    cat > "$entries/nixos-generation-$number.conf.new" <<ENTRY
title NixOS
sort-key nixos
version Generation $number NixOS $(cat "$system/nixos-version")
linux $(readlink "$system/kernel")
options init=$system/init $(cat "$system/kernel-params")
ENTRY
    mv -f "$entries/nixos-generation-$number.conf.new" "$entries/nixos-generation-$number.conf"
}
install_bootloader() {
    [ "$LOADER" != none ] || { echo "Warning: do not know how to make this configuration bootable; please enable a boot loader." >&2; return 0; }
    entries=$ROOT/boot/loader/entries
    mkdir -p "$entries" || return 1
    kept=
    numbers=$(for link in "$ROOT"/var/nix/profiles/system-*-link; do number=${link##*/system-}; echo "${number%-link}"; done | grep -x '[0-9]*' | sort -rn)
    [ "$LIMIT" -eq 0 ] || numbers=$(echo "$numbers" | head -n "$LIMIT")
    for number in $numbers; do
        entry "$number" "$(readlink "$ROOT/var/nix/profiles/system-$number-link")" || return 1
        kept="$kept nixos-generation-$number.conf"
    done
    for file in "$entries"/nixos-generation-*.conf; do
        case " $kept " in *" ${file##*/} "*) ;; *) rm -f "$file" ;; esac
    done
    current=$(readlink "$ROOT/var/nix/profiles/system")
    current=${current#system-}
    printf 'timeout %s\ndefault nixos-generation-%s.conf\nloader %s\n' "$TIMEOUT" "${current%-link}" "$LOADER" > "$ROOT/boot/loader/loader.conf.new" &&
        mv -f "$ROOT/boot/loader/loader.conf.new" "$ROOT/boot/loader/loader.conf"
}
case "$action" in
    switch | boot)
        install_bootloader || { echo "Failed to install bootloader" >&2; end 1; }
        [ "$action" != boot ] || end 0
        ;;
esac

old=$ROOT/run/current-system
if [ "$action" != dry-activate ] && [ -e "$old/init-interface-version" ] && ! cmp -s "$old/init-interface-version" "$OUT/init-interface-version"; then
    echo "Warning: the new NixOS configuration has an ‘init’ that is incompatible with the current configuration. The new configuration" >&2
    echo "won't take effect until you reboot the system." >&2
    end 100
fi

# Units that a target wants are taken to run.
wanted() { for link in "$1"/etc/systemd/system/*.wants/*; do [ -e "$link" ] && echo "${link##*/}"; done | sort -u; }
has() { grep -q "^$1" "$OUT/etc/systemd/system/$2"; }
before=$(wanted "$old")
after=$(wanted "$OUT")
for unit in $before; do
    case "
$after
" in *"
$unit
"*) ;; *) stopped="$stopped $unit" ;; esac
done
for unit in $after; do
    case "
$before
" in
        *"
$unit
"*)
            if cmp -s "$old/etc/systemd/system/$unit" "$OUT/etc/systemd/system/$unit"; then :
            elif has X-ReloadIfChanged=true "$unit"; then reloaded="$reloaded $unit"
            elif has X-RestartIfChanged=false "$unit"; then :
            else restarted="$restarted $unit"; fi
            ;;
        *) started="$started $unit" ;;
    esac
done

if [ "$action" = dry-activate ]; then
    say "would stop" $stopped
    "$OUT/dry-activate" || end 2
    say "would reload" $reloaded
    say "would restart" $restarted
    say "would start" $started
    end 0
fi

say stopping $stopped
echo "activating the configuration..." >&2
"$OUT/activate" || code=2
say reloading $reloaded
say restarting $restarted
say starting $started
# No process is started in a lab: a unit fails if the program that it would run is not there.
for unit in $restarted $started; do
    program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$OUT/etc/systemd/system/$unit" | head -n 1)
    [ -z "$program" ] || [ -x "$program" ] || failed="$failed $unit"
done
[ -z "$started" ] || echo "the following new units were started: $(listed $started)" >&2
if [ -n "$failed" ]; then
    echo "warning: the following units failed: $(listed $failed)" >&2
    code=4
fi
end "$code"
