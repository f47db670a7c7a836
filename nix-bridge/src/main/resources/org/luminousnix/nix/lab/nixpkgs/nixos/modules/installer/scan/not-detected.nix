# What a machine needs whose hardware was not looked at closely.
{ lib, ... }:
{
  hardware.enableRedistributableFirmware = lib.mkDefault true;
}
