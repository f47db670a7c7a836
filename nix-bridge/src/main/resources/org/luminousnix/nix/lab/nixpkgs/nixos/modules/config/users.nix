{ config, lib, pkgs, ... }:
let
  names = lib.types.listOf lib.types.str;
  text = default: description: lib.mkOption { type = lib.types.str; inherit default description; };
  maybe = type: description: lib.mkOption { type = lib.types.nullOr type; default = null; inherit description; };
  flag = description: lib.mkOption { type = lib.types.bool; default = false; inherit description; };
  user = { name, config, ... }: {
    options = {
      name = lib.mkOption {
        type = lib.types.passwdEntry;
        default = name;
        defaultText = lib.literalExpression "‹name›";
        description = "The name that the user logs in with.";
      };
      description = lib.mkOption {
        type = lib.types.passwdEntry;
        default = "";
        example = "Alice Q. User";
        description = "The full name, usually.";
      };
      uid = maybe lib.types.int "The number of the account; the next free one if null.";
      isNormalUser = flag "Whether this is a person's account, with a home directory and the group `users`.";
      isSystemUser = flag "Whether this is the account of a service.";
      group = text "" "The first group of the user.";
      extraGroups = lib.mkOption {
        type = names;
        default = [ ];
        example = [ "wheel" "networkmanager" ];
        description = "Further groups; `wheel` may become administrator.";
      };
      home = lib.mkOption {
        type = lib.types.passwdEntry;
        default = if config.isNormalUser then "/home/${config.name}" else "/var/empty";
        defaultText = lib.literalMD "`/home/‹name›` for people";
        description = "The home directory.";
      };
      createHome = flag "Whether the home directory is made.";
      shell = lib.mkOption {
        type = lib.types.nullOr (lib.types.either lib.types.shellPackage lib.types.passwdEntry);
        default = if config.isNormalUser then pkgs.bashInteractive else null;
        defaultText = lib.literalExpression "pkgs.bashInteractive";
        example = lib.literalExpression "pkgs.zsh";
        description = "The shell at login.";
      };
      packages = lib.mkOption {
        type = lib.types.listOf lib.types.package;
        default = [ ];
        example = lib.literalExpression "[ pkgs.firefox ]";
        description = "Packages that this user alone has.";
      };
      hashedPassword = maybe lib.types.passwdEntry "The password as `mkpasswd` writes it.";
      hashedPasswordFile = maybe lib.types.str "A file that holds the password as `mkpasswd` writes it.";
      initialPassword = maybe lib.types.str "The password until it is changed; everybody can read it.";
      initialHashedPassword = maybe lib.types.passwdEntry "The password until it is changed, as `mkpasswd` writes it.";
      password = maybe lib.types.str "The password in plain text; everybody can read it.";
      linger = flag "Whether services of the user run while nobody is logged in.";
      openssh.authorizedKeys.keys = lib.mkOption {
        type = lib.types.listOf lib.types.singleLineStr;
        default = [ ];
        description = "Keys that may log in over SSH as this user.";
      };
      openssh.authorizedKeys.keyFiles = lib.mkOption {
        type = lib.types.listOf lib.types.path;
        default = [ ];
        description = "Files with keys that may log in over SSH as this user.";
      };
    };
    config.group = lib.mkIf config.isNormalUser (lib.mkDefault "users");
    config.createHome = lib.mkIf config.isNormalUser (lib.mkDefault true);
  };
  people = lib.attrValues config.users.users;
  row = user: "${user.name}:x:${if user.uid == null then "" else toString user.uid}:${user.group}:${user.description}:${user.home}:${if user.shell == null then "/bin/nologin" else "${user.shell}${user.shell.shellPath or ""}"}\n";
in
{
  options.users = {
    users = lib.mkOption {
      type = lib.types.attrsOf (lib.types.submodule user);
      default = { };
      description = "The accounts of the machine, by name.";
    };
    groups = lib.mkOption {
      default = { };
      description = "The groups of the machine, by name.";
      type = lib.types.attrsOf (lib.types.submodule {
        options.gid = maybe lib.types.int "The number of the group; the next free one if null.";
        options.members = lib.mkOption {
          type = lib.types.listOf lib.types.passwdEntry;
          default = [ ];
          description = "Users that are in it.";
        };
      });
    };
    mutableUsers = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether accounts and passwords can also be changed by commands such as `passwd`.";
    };
    defaultUserShell = lib.mkOption {
      type = lib.types.either lib.types.path lib.types.shellPackage;
      default = pkgs.bashInteractive;
      defaultText = lib.literalExpression "pkgs.bashInteractive";
      example = lib.literalExpression "pkgs.zsh";
      description = "The shell of users who have chosen none.";
    };
    motd = maybe lib.types.lines "A message at login.";
  };
  config = {
    users.users.root = {
      uid = 0;
      isSystemUser = true;
      group = "root";
      home = "/root";
      shell = lib.mkDefault pkgs.bashInteractive;
      description = "System administrator";
    };
    users.groups = { root.gid = 0; wheel.gid = 1; users.gid = 100; };
    assertions = lib.concatMap (user: [
      {
        assertion = user.isNormalUser != user.isSystemUser;
        message = "Exactly one of users.users.${user.name}.isSystemUser and users.users.${user.name}.isNormalUser must be set.\n";
      }
      {
        assertion = user.group != "";
        message = "users.users.${user.name}.group is unset. This used to default to\nnogroup, but this is unsafe. For example you can create a group\nfor this user with:\nusers.users.${user.name}.group = \"${user.name}\";\nusers.groups.${user.name} = {};\n";
      }
    ] ++ map (shell: {
      assertion = (user.shell.pname or "") != shell || config.programs.${shell}.enable;
      message = "users.users.${user.name}.shell is set to ${shell}, but\nprograms.${shell}.enable is not true. This will cause the ${shell}\nshell to lack the basic nix directories in its PATH and might make\nlogging in as that user impossible. You can fix it with:\nprograms.${shell}.enable = true;\n";
    }) [ "fish" "zsh" ]) people;
    environment.etc = lib.mkMerge ([
      {
        "passwd".text = lib.concatMapStrings row people;
        "group".text = lib.concatStrings (lib.mapAttrsToList (name: group: "${name}:x:${if group.gid == null then "" else toString group.gid}:${lib.concatStringsSep ","
          (lib.unique (group.members ++ map (user: user.name) (lib.filter (user: lib.elem name user.extraGroups) people)))}\n") config.users.groups);
      }
      (lib.mkIf (config.users.motd != null) { "motd".text = config.users.motd; })
    ] ++ map (user: lib.mkIf (user.packages != [ ]) {
      "profiles/per-user/${user.name}".source = pkgs.buildEnv {
        name = "user-environment";
        paths = user.packages;
        ignoreCollisions = true;
      };
    }) people);
  };
}
