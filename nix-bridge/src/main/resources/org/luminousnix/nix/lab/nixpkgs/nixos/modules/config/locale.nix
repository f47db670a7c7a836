{ config, lib, pkgs, ... }:
let
  string = default: example: description: lib.mkOption { type = lib.types.str; inherit default example description; };
in
{
  options = {
    time.timeZone = lib.mkOption {
      type = lib.types.nullOr (lib.types.strMatching "[^ ]*" // { description = "string without spaces"; });
      default = null;
      example = "Europe/Berlin";
      description = "The time zone of the machine, as a name of the zone database; if null it is set by hand.";
    };
    time.hardwareClockInLocalTime = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the clock of the machine shows local time, as Windows wants it.";
    };
    i18n.defaultLocale = string "en_US.UTF-8" "nl_NL.UTF-8" "The language and country for messages, dates and numbers.";
    i18n.extraLocaleSettings = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      example = { LC_TIME = "de_DE.UTF-8"; };
      description = "Parts of the locale that differ from the default, such as times or money.";
    };
    i18n.supportedLocales = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = lib.unique (map (locale: "${locale}/UTF-8") ([
        "C.UTF-8" "en_US.UTF-8" config.i18n.defaultLocale
      ] ++ lib.attrValues config.i18n.extraLocaleSettings));
      defaultText = lib.literalMD "the locales that are named";
      description = "Locales that are installed; `all` for every one.";
    };
    i18n.inputMethod.enable = lib.mkEnableOption "an input method for languages with many signs";
    i18n.inputMethod.type = lib.mkOption {
      type = lib.types.nullOr (lib.types.enum [ "ibus" "fcitx5" "nabi" "uim" "hime" "kime" ]);
      default = null;
      example = "fcitx5";
      description = "Which input method is used.";
    };
    console.keyMap = lib.mkOption {
      type = lib.types.either lib.types.str lib.types.path;
      default = "us";
      example = "fr";
      description = "The layout of the keyboard on the console.";
    };
    console.font = lib.mkOption {
      type = lib.types.nullOr (lib.types.either lib.types.str lib.types.path);
      default = null;
      example = "Lat2-Terminus16";
      description = "The font of the console.";
    };
    console.useXkbConfig = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the console takes the keyboard layout of the desktop.";
    };
    location.provider = lib.mkOption {
      type = lib.types.enum [ "manual" "geoclue2" ];
      default = "manual";
      description = "Where the place of the machine is known from.";
    };
    fonts.packages = lib.mkOption {
      type = lib.types.listOf lib.types.path;
      default = [ ];
      example = lib.literalExpression "[ pkgs.dejavu_fonts ]";
      description = "Fonts that all programs can use.";
    };
    fonts.enableDefaultPackages = lib.mkOption {
      type = lib.types.bool;
      default = config.services.xserver.enable;
      defaultText = lib.literalExpression "config.services.xserver.enable";
      description = "Whether a basic set of fonts is installed.";
    };
    fonts.fontconfig.enable = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether programs find fonts through fontconfig.";
    };
    fonts.fontDir.enable = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether all fonts are also linked in one directory.";
    };
  };
  config = {
    fonts.packages = lib.mkIf config.fonts.enableDefaultPackages [
      pkgs.dejavu_fonts pkgs.liberation_ttf pkgs.noto-fonts-color-emoji
    ];
    console.keyMap = lib.mkIf config.console.useXkbConfig (lib.mkDefault config.services.xserver.xkb.layout);
    environment.sessionVariables = { LANG = config.i18n.defaultLocale; } // config.i18n.extraLocaleSettings;
    environment.etc = lib.mkMerge [
      {
        "locale.conf".text = lib.concatLines (lib.mapAttrsToList (name: value: "${name}=${value}") ({
          LANG = config.i18n.defaultLocale;
        } // config.i18n.extraLocaleSettings));
      }
      {
        "vconsole.conf".text = "KEYMAP=${config.console.keyMap}\n"
          + lib.optionalString (config.console.font != null) "FONT=${config.console.font}\n";
      }
      (lib.mkIf (config.time.timeZone != null) { "localtime".text = "${config.time.timeZone}\n"; })
      (lib.mkIf config.fonts.fontconfig.enable {
        "fonts/fonts.conf".text = lib.concatMapStrings (font: "<dir>${font}</dir>\n") config.fonts.packages;
      })
    ];
  };
}
