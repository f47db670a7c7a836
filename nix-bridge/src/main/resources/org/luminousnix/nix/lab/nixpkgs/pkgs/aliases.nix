# Names that were given up: each says what took its place.
{ lib, self }:
let
  renamed = old: new: throw "'${old}' has been renamed to/replaced by '${new}'";
  gone = throw;
in
{
  adoptopenjdk-bin = renamed "adoptopenjdk-bin" "temurin-bin";
  exa = gone "'exa' has been removed because it is unmaintained upstream. Consider using 'eza', a maintained fork";
  ksysguard = gone "ksysguard has been replaced with plasma-systemmonitor";
  neofetch-git = renamed "neofetch-git" "neofetch";
  noto-fonts-emoji = renamed "noto-fonts-emoji" "noto-fonts-color-emoji";
  pkgconfig = renamed "pkgconfig" "pkg-config";
  signal-desktop-beta = gone "signal-desktop-beta has been removed; use 'signal-desktop'";
  spotify-unwrapped = renamed "spotify-unwrapped" "spotify";
  teams = gone "Microsoft Teams is no longer available for Linux; use 'teams-for-linux'";
  thefuck-python2 = gone "thefuck no longer runs on Python 2; use 'thefuck'";
  transmission = renamed "transmission" "transmission_4";
  unetbootin-qt4 = renamed "unetbootin-qt4" "unetbootin";
  youtube-dl = gone "'youtube-dl' is not maintained any more; use 'yt-dlp' instead";
}
